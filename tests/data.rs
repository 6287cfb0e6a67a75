//! Tables of data: what people paste, what can be wrong with it, and the batches of its rows.
#![cfg(not(target_arch = "wasm32"))]

use chainrule::data::{Batches, Batching, Fault, MOST_COLUMNS, MOST_ROWS, SplitMix64, Table, prediction};
use chainrule::graph::{Options, build};
use chainrule::syntax::{is_name, parse};
use chainrule::words;
use proptest::prelude::*;

#[test]
fn what_people_paste_is_read() {
    let wanted = Table { names: vec!["x".into(), "y".into()], rows: vec![vec![0.5, 1.0], vec![-1.0, 2e3]] };
    let texts = [
        "x,y\n0.5,1\n-1,2000",
        "x, y\n0.5, 1\n-1, 2000",
        "x\ty\n0,5\t1\n-1\t2000",
        "x;y\n0,5;1\n-1;2000",
        "x y\n0.5 1\n-1 2000",
        "  x    y\n0.5    1\n -1 2e3",
        "\"x\",\"y\"\r\n\"0.5\",\"1\"\r\n-1,+2000\r\n",
        "\u{feff}x,y\n\n0.5,1\n , \n−1,2000\n\n",
        "0.5,1\n-1,2000",
        "x\ty\t\n0.5\t1\t\n-1\t2\u{a0}000\t\n",
    ];
    for text in texts {
        assert_eq!(Table::read(text).as_ref(), Ok(&wanted), "{text:?}");
    }
    assert_eq!(Table::read("1\n2").unwrap().names, ["x"]);
    assert_eq!(Table::read("1,2,3").unwrap().names, ["x1", "x2", "y"]);
    assert_eq!(Table::read("\"x\"\n\"1\"").unwrap().rows, [[1.0]]);
}

fn said(fault: &Fault) -> String {
    words::data::fault(fault).text()
}

#[test]
fn faults_name_row_and_column_and_say_what_to_do() {
    let faults = [
        ("", None, None, "there is nothing in the table yet"),
        (" \n , \n", None, None, "there is nothing in the table yet"),
        ("x,y", None, None, "there are names but no rows; put numbers under them"),
        ("x,y\n1,2\n3,4\n5,abc", Some(3), Some(2), "row 3, column y: “abc” is not a number"),
        ("x,y\n1,NaN", Some(1), Some(2), "row 1, column y: “NaN” is not a number"),
        ("x,y\n1,1e999", Some(1), Some(2), "row 1, column y: “1e999” is not a number"),
        ("x,y\n1,5%", Some(1), Some(2), "row 1, column y: “5%” is not a number"),
        ("x,y\n,1", Some(1), Some(1), "row 1, column x: the cell is empty"),
        ("x,y\n1,", Some(1), Some(2), "row 1, column y: the cell is empty"),
        ("x,y\n1,2\n1", Some(2), None, "row 2 has 1 cell; the table has 2 columns"),
        ("x,y\n1,2\n\n1,2,3", Some(2), None, "row 2 has 3 cells; the table has 2 columns"),
        ("1\n1,2", Some(2), None, "row 2 has 2 cells; the table has 1 column"),
        ("x\n1,2", Some(1), None, "row 1 has 2 cells; the table has 1 column"),
        (
            "x\ty\n1\t1.234,5",
            Some(1),
            Some(2),
            "row 1, column y: “1.234,5” has a comma and a point; write it with one of them",
        ),
        ("x,y,x\n1,2,3", Some(0), Some(3), "column 3: the name x stands over column 1 already"),
        ("x,,y\n1,2,3", Some(0), Some(2), "column 2: it has no name; every column needs one, such as x"),
        (
            "x,3\n1,2",
            Some(0),
            Some(2),
            "column 2: “3” is not a name; names are letters, digits and _, with a letter first",
        ),
        (
            "height (cm),y\n1,2",
            Some(0),
            Some(1),
            "column 1: “height (cm)” is not a name; names are letters, digits and _, with a letter first, such as height_cm",
        ),
    ];
    for (text, row, column, sentence) in faults {
        let fault = Table::read(text).expect_err(text);
        assert_eq!((fault.row, fault.column, said(&fault).as_str()), (row, column, sentence), "{text:?}");
    }
}

#[test]
fn a_comma_that_may_separate_thousands_is_asked_about() {
    let asked = "row 2, column x: “−1,234” can be −1234 or −1.234; write it without a comma, or with a point";
    for text in ["x;y\n5;6\n−1,234;7", "x\ty\n999\t1\n−1,234\t2,345\n", "x;y\n5;\"6\"\n−1,234;7.5"] {
        let fault = Table::read(text).expect_err(text);
        assert_eq!(said(&fault), asked, "{text:?}");
        assert_eq!((fault.row, fault.column, fault.line), (Some(2), Some(1), Some(3)), "{text:?}");
    }
    // One comma that is followed by other than three digits, or preceded by 0 or too many, tells what all are.
    for decimal in ["0,5", "1,5", "0,125", "1234,567", "1,234e2", "12 345,678"] {
        let table = Table::read(&format!("x;y\n1,234;{decimal}")).expect(decimal);
        assert_eq!(table.rows[0][0], 1.234, "{decimal}");
    }
}

#[test]
fn a_fault_knows_the_line_it_stands_in() {
    let line = |text| Table::read(text).unwrap_err().line;
    assert_eq!(line("x,y\n1,2\n\n3,?"), Some(4));
    assert_eq!(line("\nx y\n1 2\n3"), Some(4));
    assert_eq!(line("x,x\n1,2"), Some(1));
    assert_eq!(line("\u{feff}x,y\r\n1,2\r\n−,?"), Some(3));
    assert_eq!(line("x,y"), None);
}

#[test]
fn tables_have_limits() {
    let columns = |count: usize| vec!["1"; count].join(",");
    assert!(Table::read(&columns(MOST_COLUMNS)).is_ok());
    let fault = Table::read(&columns(MOST_COLUMNS + 1)).unwrap_err();
    assert_eq!(said(&fault), "the table has 51 columns; 50 are the most");
    assert_eq!(Table::read(&"1,2\n".repeat(MOST_ROWS)).unwrap().rows.len(), MOST_ROWS);
    let fault = Table::read(&"1,2\n".repeat(MOST_ROWS + 1)).unwrap_err();
    assert_eq!(said(&fault), "the table has more than 10000 rows; 10000 are the most");
    assert_eq!(said(&Table::read(&"1,2\n".repeat(2 << 20)).unwrap_err()), "the table is longer than 4 MB");
}

fn tables() -> impl Strategy<Value = Table> {
    let value = prop_oneof![
        (-1000i32..1000).prop_map(|n| f64::from(n) / 8.0),
        any::<f64>().prop_filter("finite", |x| x.is_finite())
    ];
    (1usize..6, 1usize..20).prop_flat_map(move |(width, height)| {
        let rows = prop::collection::vec(prop::collection::vec(value.clone(), width), height);
        rows.prop_map(move |rows| Table { names: (0..width).map(|index| format!("v{index}")).collect(), rows })
    })
}

proptest! {
    #[test]
    fn a_table_written_and_read_is_the_same(table in tables()) {
        prop_assert_eq!(Table::read(&table.to_text()), Ok(table));
    }

    #[test]
    fn any_text_is_a_table_or_a_fault(text in "\u{feff}?([a-c ,;\t\"\r\n0-9.−-]|\\PC){0,60}") {
        match Table::read(&text) {
            Ok(table) => {
                prop_assert!(!table.rows.is_empty());
                prop_assert!(table.names.iter().all(|name| is_name(name)));
                prop_assert!(table.rows.iter().all(|row| row.len() == table.names.len()));
                prop_assert!(table.rows.iter().flatten().all(|value| value.is_finite()));
            }
            Err(fault) => prop_assert!(!said(&fault).is_empty()),
        }
    }

    #[test]
    fn an_epoch_visits_every_row_once(rows in 1usize..200, size in 0usize..50, seed: u64, epoch in 0usize..5) {
        for batching in [Batching::Full, Batching::Mini(size), Batching::Single] {
            let mut batches = Batches::new(rows, batching, seed);
            let steps = batches.steps_per_epoch();
            let start = epoch * steps;
            prop_assert_eq!((batches.epoch_of(start), batches.epoch_of(start + steps)), (epoch, epoch + 1));
            let mut seen: Vec<usize> = (start..start + steps).flat_map(|step| batches.at(step).to_vec()).collect();
            seen.sort_unstable();
            prop_assert_eq!(seen, (0..rows).collect::<Vec<_>>());
        }
    }

    #[test]
    fn batches_do_not_depend_on_the_way_to_them(seed: u64, steps in prop::collection::vec(0usize..100, 1..20)) {
        let mut walked = Batches::new(10, Batching::Mini(3), seed);
        for step in steps {
            let mut fresh = Batches::new(10, Batching::Mini(3), seed);
            prop_assert_eq!(walked.at(step), fresh.at(step));
        }
    }
}

#[test]
fn the_generator_gives_the_published_sequence() {
    // The first five numbers of seed 1234567, as the reference implementations print them.
    let mut random = SplitMix64::new(1234567);
    let numbers: Vec<u64> = (0..5).map(|_| random.next()).collect();
    let published =
        [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
    assert_eq!(numbers, published);
}

#[test]
fn epochs_and_seeds_have_orders_of_their_own_and_a_full_batch_has_none() {
    let order = |seed: u64, epoch: usize| Batches::new(20, Batching::Mini(20), seed).at(epoch).to_vec();
    assert_eq!(order(1, 0), order(1, 0));
    assert_ne!(order(1, 0), order(1, 1));
    assert_ne!(order(1, 0), order(2, 0));
    assert_eq!(Batches::new(3, Batching::Full, 1).at(4), [0, 1, 2]);
}

#[test]
fn every_order_of_a_shuffle_is_about_equally_likely() {
    let mut counts = std::collections::BTreeMap::new();
    for seed in 0..6000 {
        *counts.entry(Batches::new(3, Batching::Mini(3), seed).at(0).to_vec()).or_insert(0) += 1;
    }
    assert_eq!(counts.len(), 6);
    // 1000 each is expected, with a standard deviation of 29.
    assert!(counts.values().all(|count| (880..1120).contains(count)), "{counts:?}");
}

#[test]
fn the_fitted_curve_is_what_does_not_know_the_target() {
    let cases = [
        ("(m*x + b - y)^2", "m*x + b"),
        ("p = m*x + b; (p - y)^2", "m*x + b"),
        ("h = tanh(w*x); p = v*h + b; (p - y)^2/2", "v*h + b"),
        ("p = m*x + b; r = p - y; r^2", "m*x + b"),
        ("p = σ(w*x + b)\n-(y*ln(p) + (1-y)*ln(1-p))", "σ(w*x + b)"),
        ("softplus(-y*(w*x + b))", "w*x + b"),
        ("h = tanh(w*x); (v*h + b - y)^2 + c*v^2", "v*h + b"),
        ("(a*x^2 + b*x + c - y)^2", "a*x^2 + b*x + c"),
        ("p = m*x; (p - y)^2/x^2", "m*x"),
    ];
    for (text, wanted) in cases {
        let program = parse(text).unwrap();
        let graph = build(&program, Options::default()).unwrap();
        let (x, y) = (program.variable("x").unwrap(), program.variable("y").unwrap());
        let node = prediction(&graph, &[x], y).expect(text);
        assert_eq!(&text[graph.node(node).span.range()], wanted, "{text}");
    }
    let graph = build(&parse("(y - b)^2").unwrap(), Options::default()).unwrap();
    assert_eq!(prediction(&graph, &[], 0), None);
}
