use chainrule::{symbolic::*, syntax::*};
use std::time::Instant;
fn count(p:&Program)->usize{p.statements.iter().map(|s|s.expr.terms.len()).sum()}
fn go(label:&str, text:&str, show:bool){ let p=parse(text).unwrap(); let n=count(&p);
 partial(&p,0); let t=Instant::now(); let q=partial(&p,0).unwrap(); let d=t.elapsed();
 println!("{label}: {n} terms → {} terms, {} statements, {:?}", count(&q), q.statements.len(), d);
 if show { println!("{}", print(&q)); } }
fn main(){
 let mlp = {
   let mut s=String::new(); let (i,h,o)=(3,4,2);
   for j in 0..h { let t: Vec<String>=(0..i).map(|k|format!("w{j}_{k}*x{k}")).collect(); s+=&format!("h{j} = tanh({} + b{j})\n", t.join(" + ")); }
   for j in 0..o { let t: Vec<String>=(0..h).map(|k|format!("v{j}_{k}*h{k}")).collect(); s+=&format!("o{j} = sigmoid({} + c{j})\n", t.join(" + ")); }
   s+="(o0 - y0)^2 + (o1 - y1)^2"; s };
 go("mlp", &mlp, true);
 let chain=|n:usize|{ let mut s="x".to_string(); for i in 0..n { s=match i%5 {0=>format!("sin({s})"),1=>format!("({s}*y{})",i%7),2=>format!("exp(-{s})"),3=>format!("({s})^2"),_=>format!("({s}+z{})",i%11)};} s};
 go("chain70", &chain(70), true);
 go("chain250", &chain(250), false);
 for n in [250,500,1000,2000]{ 
 let s=(0..n/4).map(|i|format!("sin(x{}*y{})*z{}",i%50,i%31,i%17)).collect::<Vec<_>>().join(" + "); go(&format!("sum{n}"), &s, false);
 let s=(0..n/2).map(|i|format!("(x+{i})")).collect::<Vec<_>>().join("*"); go(&format!("prod{n}"), &s, false);
 let s=(0..n/2).map(|i|format!("x{i}")).collect::<Vec<_>>().join("*"); go(&format!("prodv{n}"), &s, false);
 let mut s=String::from("a0 = x + 1\n"); for i in 1..n/2 { s+=&format!("a{i} = a{}*a{} + 1\n",i-1,i-1);} s+=&format!("a{}",n/2-1); go(&format!("dag{n}"), &s, false);
 let mut s=String::from("x"); for i in 0..n/2 { s=format!("a = {s}; b = a*y + {i}").split("; ").last().unwrap().replace("a*y",&format!("{}", if i<1 {"x*y"} else {"b*y"})); if i>0 {} } let _=s;
 let mut s=String::from("c = x\n"); for i in 0..n/2 { s+=&format!("c = tanh(c + w{})\n",i%9);} s+="c^2"; go(&format!("rnn{n}"), &s, false);
 }
}
