use demarche::{curation::*, language::*, model::*, reading::*, text::*};
use std::sync::Arc;
fn main() {
    let layer = Layer::read(std::path::Path::new("data"));
    let loaded = load(&[layer]);
    for d in &loaded.diagnostics {
        println!("{}", render(d, Style::Plain));
    }
    let world = Arc::new(loaded.world);
    let t = std::time::Instant::now();
    let engine = Engine::new(world.clone());
    eprintln!("engine {:?}", t.elapsed());
    let args: Vec<String> = std::env::args().skip(1).collect();
    if args.first().map(String::as_str) == Some("-f") {
        for f in &args[1..] {
            let mut a = Article::parse(&std::fs::read_to_string(f).unwrap()).unwrap();
            if a.date.is_none() {
                a.date = Some("1999-03-12".parse().unwrap());
            }
            println!("=== {f}");
            let mut last = 0;
            let r = engine.read(&a);
            for c in &r.claims {
                if c.evidence.sentence != last {
                    last = c.evidence.sentence;
                    println!("\n  | {}", c.evidence.text.replace('\n', " "));
                }
                println!(
                    "    {}   [{} | {}]{}",
                    ClaimPattern::of(c),
                    c.rule,
                    c.evidence.trigger.of(&a.body),
                    c.media.join(",")
                );
            }
            for g in &r.gaps {
                println!(
                    "  gap {:?} `{}` in: {}",
                    g.kind,
                    g.span.of(&a.body),
                    g.sentence_span.of(&a.body).replace('\n', " ")
                );
            }
        }
        return;
    }
    if !args.is_empty() {
        let a = Article { date: Some("1999-03-12".parse().unwrap()), ..Article::plain(args.join(" ")) };
        let r = engine.read_with(&a, &mut |v, cands, _| {
            println!("UNITS {}", v.units.iter().map(|u| format!("{}/{:?}", v.words.tokens[u.start].span.join(v.words.tokens[u.end-1].span).of(&a.body), u.tag)).collect::<Vec<_>>().join("  "));
            for (i, p) in v.clauses.phrases.iter().enumerate() { println!("NP{i} {:?} prep={:?} region={} role={:?} appos={:?}", p.groups.iter().map(|g| v.span(v.group(*g).units.clone()).of(&a.body)).collect::<Vec<_>>(), p.preposition.map(|u| v.text(u)), p.region, p.role, p.apposition); }
            for (i, c) in v.clauses.clauses.iter().enumerate() { println!("C{i} {:?} {:?} subj={:?} obj={:?} adj={:?} gov={:?} completes={:?} led={:?} marker={:?} parts={:?}", v.span(v.verb(c).units.clone()).of(&a.body), c.kind, c.subject, c.objects, c.adjuncts, c.governor, c.completes.map(|g| v.span(v.group(g).units.clone()).of(&a.body)), c.led_by.map(|u| v.text(u)), c.marker.map(|u| v.text(u)), c.particles); }
            for c in cands { println!("CAND {} {:?} {:?}", c.rule, c.trigger.of(&a.body), c.context); }
        });
        for c in &r.claims {
            println!("CLAIM {}   [{}]", ClaimPattern::of(c), c.rule);
        }
        for g in &r.gaps {
            println!("GAP {g:?}");
        }
        return;
    }
    let (mut ok, mut bad) = (0, 0);
    let mut run = |id: &RuleId, ex: &[Example], rej: &[String]| {
        let all = ex.iter().map(|e| (e.0.clone(), e.1.clone())).chain(rej.iter().map(|r| (r.clone(), vec![])));
        for (text, want) in all {
            let a = Article::parse(&text).unwrap();
            let r = engine.read(&a);
            let pats: Vec<ClaimPattern> =
                want.iter().map(|w| ClaimPattern::parse(w).unwrap_or_else(|e| panic!("{id}: {w}: {e}"))).collect();
            let sym = |c: &Claim| {
                if world.relation(&c.relation).is_some_and(|r| r.symmetric) {
                    Symmetry::Symmetric
                } else {
                    Symmetry::Directed
                }
            };
            let good =
                pats.len() == r.claims.len() && pats.iter().all(|p| r.claims.iter().any(|c| p.matches(c, sym(c))));
            if good {
                ok += 1
            } else {
                bad += 1;
                println!(
                    "FAIL {id}: {}\n   want {want:?}\n   got  {:?}",
                    text.replace('\n', " "),
                    r.claims.iter().map(|c| format!("{} [{}]", ClaimPattern::of(c), c.rule)).collect::<Vec<_>>()
                );
            }
        }
    };
    for f in &world.rules.frames {
        run(&f.id, &f.examples, &f.rejects);
    }
    for f in &world.rules.patterns {
        run(&f.id, &f.examples, &f.rejects);
    }
    for f in &world.rules.operators {
        run(&f.id, &f.examples, &f.rejects);
    }
    println!("{ok} ok, {bad} bad");
}
