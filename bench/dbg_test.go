package main
import ("testing";"context")
func TestX(t *testing.T){
 o:=options{n:2000,dir:"/tmp/kbd"}
 b,err:=o.open(context.Background()); if err!=nil{t.Fatal(err)}
 ps,err:=b.paths(context.Background()); if err!=nil{t.Fatal(err)}
 for i:=range 3 { r:=ps[3].kontor.request(i); s:=newSink(); ps[3].kontor.handler.ServeHTTP(s,r); t.Log(r.Header,s.status,s.header) }
}
