-- the columns by which a change of one record reaches those that carry its name
CREATE INDEX office_of_home ON office (home, id);
CREATE INDEX theme_of_parent ON theme (parent, id);
CREATE INDEX organisation_of_parent ON organisation (parent, id);
CREATE INDEX organisation_of_place ON organisation (place, id);
CREATE INDEX relation_of_own_place ON relation (own_place, id);
CREATE INDEX relation_of_own_unit ON relation (own_unit, id);
CREATE INDEX agreement_of_paper ON agreement (paper, id);
CREATE INDEX network_of_secretariat ON network (secretariat, id);
CREATE INDEX membership_of_unit ON membership (unit, id);
CREATE INDEX project_of_programme ON project (programme, id);
