//! Properties of every picture, on random trees and graphs.

use chainrule::graph::{self, EdgeId, NodeId};
use chainrule::layout::{COLUMN_GAP, Dag, LABEL, Layout, ROW_GAP, Rect, Size, layered, layout, layout_dag, tidy};
use chainrule::svg;
use proptest::prelude::*;
use std::time::{Duration, Instant};

/// Rounding of sums of many widths.
const ROUNDING: f64 = 1e-6;

#[derive(Clone, Debug)]
struct Input {
    dag: Dag,
    sizes: Vec<Size>,
}

fn size() -> impl Strategy<Value = Size> {
    (20.0..200.0f64, 20.0..100.0f64).prop_map(|(width, height)| Size { width, height })
}

fn input(nodes: Vec<Vec<u32>>, sizes: Vec<Size>) -> Input {
    let output = nodes.len() as u32 - 1;
    Input { dag: Dag::new(nodes, output), sizes }
}

/// Each node but the last, the output, is an argument of one later node, which has at most so many.
fn tree(most: usize) -> impl Strategy<Value = Input> {
    prop::collection::vec((any::<prop::sample::Index>(), size()), 1..60).prop_map(move |nodes| {
        let len = nodes.len();
        let mut args: Vec<Vec<u32>> = vec![vec![]; len];
        for (i, (user, _)) in nodes.iter().enumerate().take(len - 1).rev() {
            let free: Vec<usize> = (i + 1..len).filter(|&user| args[user].len() < most).collect();
            args[free[user.index(free.len())]].insert(0, i as u32);
        }
        input(args, nodes.into_iter().map(|(_, size)| size).collect())
    })
}

/// Each node has up to three arguments among the nodes before it, mostly near ones.
fn dag() -> impl Strategy<Value = Input> {
    let arg = (any::<prop::sample::Index>(), 1..8u32);
    let node = (prop::collection::vec(arg, 0..4), size());
    prop::collection::vec(node, 1..60).prop_map(|nodes| {
        let choose = |i: usize, (any, near): &(prop::sample::Index, u32)| match near {
            7 => any.index(i) as u32,
            _ => (i as u32).saturating_sub(*near),
        };
        let args = |(i, (args, _)): (usize, &(Vec<_>, Size))| match i {
            0 => vec![],
            _ => args.iter().map(|arg| choose(i, arg)).collect(),
        };
        input(nodes.iter().enumerate().map(args).collect(), nodes.iter().map(|node| node.1).collect())
    })
}

fn edges(dag: &Dag) -> impl Iterator<Item = (usize, usize)> + '_ {
    (0..dag.node_count()).flat_map(|node| dag.args(node as u32).iter().map(move |&arg| (node, arg as usize)))
}

fn centre(layout: &Layout, node: u32) -> f64 {
    layout.boxes[node as usize].top_centre().x
}

fn inside(b: &Rect, x: f64, y: f64) -> bool {
    b.x + 0.5 < x && x < b.right() - 0.5 && b.y + 0.5 < y && y < b.bottom() - 0.5
}

/// What holds for trees and graphs.
fn check(Input { dag, sizes }: &Input, layout: &Layout) {
    for (i, a) in layout.boxes.iter().enumerate() {
        assert_eq!((a.width, a.height), (sizes[i].width, sizes[i].height));
        for (j, b) in layout.boxes.iter().enumerate().skip(i + 1) {
            let gap = (a.x - b.right()).max(b.x - a.right());
            let apart = if a.y == b.y { COLUMN_GAP - ROUNDING } else { 0.0 };
            assert!(gap >= apart || a.y >= b.bottom() || b.y >= a.bottom(), "boxes {i} and {j}: {a:?} {b:?}");
        }
    }
    let output = layout.boxes[dag.output() as usize];
    assert!(output.y == 0.0 && output.top_centre().x.abs() < ROUNDING);
    for ((node, arg), curve) in edges(dag).zip(&layout.edges) {
        let (user, source) = (layout.boxes[node], layout.boxes[arg]);
        assert!(source.y >= user.bottom() + ROW_GAP - ROUNDING, "{arg} is not below {node}");
        let knots = curve.knots();
        let ends = (knots[0], knots[knots.len() - 1]);
        assert_eq!((ends.0.x, ends.0.y), (user.bottom_centre().x, user.bottom()));
        assert_eq!((ends.1.x, ends.1.y), (source.top_centre().x, source.y));
        for segment in curve.segments() {
            for step in 0..=24 {
                let at = segment.at(f64::from(step) / 24.0);
                let hit = layout.boxes.iter().position(|b| inside(b, at.x, at.y));
                assert_eq!(hit, None, "the edge from {node} to {arg} passes through a box");
            }
        }
        let near = |b: &&Rect| (b.top_centre().x - curve.label.x).abs() < (b.width + LABEL.width) / 2.0;
        let label = curve.label.y - LABEL.height / 2.0..curve.label.y + LABEL.height / 2.0;
        assert!(!layout.boxes.iter().filter(near).any(|b| b.y < label.end && label.start < b.bottom()));
    }
    let whole = layout.boxes.iter().copied().chain(layout.edges.iter().map(|e| e.bounds())).reduce(|a, b| a.union(&b));
    let (whole, bounds) = (whole.unwrap(), layout.bounds);
    assert!((whole.x - bounds.x).abs() < ROUNDING && (whole.right() - bounds.right()).abs() < ROUNDING);
    assert!((whole.y - bounds.y).abs() < ROUNDING && (whole.bottom() - bounds.bottom()).abs() < ROUNDING);
}

proptest! {
    #[test]
    fn trees_are_tidy(input in tree(60)) {
        let Input { dag, sizes } = &input;
        let layout = tidy(dag, sizes);
        check(&input, &layout);
        for node in 0..dag.node_count() as u32 {
            let args = dag.args(node);
            prop_assert!(args.windows(2).all(|pair| centre(&layout, pair[0]) < centre(&layout, pair[1])));
            prop_assert!(args.iter().all(|&arg| layout.boxes[arg as usize].y == layout.boxes[args[0] as usize].y));
            if let (Some(&first), Some(&last)) = (args.first(), args.last()) {
                let middle = (centre(&layout, first) + centre(&layout, last)) / 2.0;
                prop_assert!((centre(&layout, node) - middle).abs() < ROUNDING);
            }
        }
        // Without sharing, layers are the same picture.
        let layers = layered(dag, sizes);
        for (a, b) in layout.boxes.iter().zip(&layers.boxes) {
            prop_assert!((a.x - b.x).abs() < ROUNDING && a.y == b.y, "{:?} {:?}", a, b);
        }
        let paths = |layout: &Layout| layout.edges.iter().map(|e| e.knots().len()).collect::<Vec<_>>();
        prop_assert_eq!(paths(&layout), paths(&layers));
    }

    #[test]
    fn subtrees_look_the_same_wherever_they_are(input in tree(60)) {
        let Input { dag, sizes } = &input;
        // The tree twice, side by side beneath one node.
        let len = dag.node_count() as u32;
        let args = |shift: u32| (0..len).map(move |n| dag.args(n).iter().map(|arg| arg + shift).collect::<Vec<_>>());
        let nodes = args(0).chain(args(len)).chain([vec![len - 1, 2 * len - 1]]);
        let sizes: Vec<Size> = sizes.iter().chain(sizes).chain([&sizes[0]]).copied().collect();
        let layout = tidy(&Dag::new(nodes, 2 * len), &sizes);
        let offset = |n: usize| layout.boxes[n + len as usize].x - layout.boxes[n].x;
        prop_assert!((0..len as usize).all(|n| (offset(n) - offset(0)).abs() < ROUNDING));
    }

    #[test]
    fn graphs_are_layered(input in dag()) {
        let layout = layout_dag(&input.dag, &input.sizes);
        check(&input, &layout);
        prop_assert!(layout == layout_dag(&input.dag, &input.sizes), "the same input gave two pictures");
        // Edges between the same nodes can be told apart.
        let all: Vec<_> = edges(&input.dag).zip(&layout.edges).collect();
        for (i, (ends, curve)) in all.iter().enumerate() {
            prop_assert!(all[..i].iter().all(|(other, b)| other != ends || svg::edge(b) != svg::edge(curve)));
        }
    }

    #[test]
    fn what_is_visible_is_what_touches(
        input in dag(), x in -0.2..1.0f64, y in -0.2..1.0f64, width in 0.0..0.6f64, height in 0.0..0.6f64,
    ) {
        let layout = layout_dag(&input.dag, &input.sizes);
        let b = layout.bounds;
        let (x, y) = (b.x + x * b.width, b.y + y * b.height);
        let view = Rect { x, y, width: width * b.width, height: height * b.height };
        let (boxes, edges) = layout.visible(view);
        let ids = |count: usize| 0..count as u32;
        let boxes_expected = ids(layout.boxes.len()).map(NodeId).filter(|id| layout.boxes[id.index()].touches(&view));
        let touches = |id: &EdgeId| layout.edges[id.index()].bounds().touches(&view);
        let edges_expected = ids(layout.edges.len()).map(EdgeId).filter(touches);
        prop_assert_eq!(boxes, boxes_expected.collect::<Vec<_>>());
        prop_assert_eq!(edges, edges_expected.collect::<Vec<_>>());
    }

    #[test]
    fn anchoring_keeps_the_picture_and_moves_it_back(input in dag(), dx in -500.0..500.0f64, dy in -500.0..500.0f64) {
        let layout = layout_dag(&input.dag, &input.sizes);
        let mut moved = layout.clone();
        moved.boxes.iter_mut().for_each(|b| (b.x, b.y) = (b.x + dx, b.y + dy));
        let matches: Vec<_> = (0..layout.boxes.len() as u32).map(|i| (NodeId(i), NodeId(i))).collect();
        let anchored = layout.clone().anchored(&moved, &matches);
        for (a, b) in anchored.boxes.iter().zip(&moved.boxes) {
            prop_assert!((a.x - b.x).abs() < ROUNDING && (a.y - b.y).abs() < ROUNDING);
        }
        prop_assert_eq!(anchored.visible(anchored.bounds), layout.visible(layout.bounds));
        prop_assert!(layout.clone().anchored(&moved, &[]) == layout);
    }

    #[test]
    fn labels_in_a_tree_of_usual_boxes_stand_apart(input in tree(2)) {
        let sizes: Vec<Size> = input.sizes.iter().map(|s| Size { width: s.width.max(60.0), height: 60.0 }).collect();
        let layout = tidy(&input.dag, &sizes);
        for (i, a) in layout.edges.iter().enumerate() {
            for b in &layout.edges[..i] {
                let (x, y) = ((a.label.x - b.label.x).abs(), (a.label.y - b.label.y).abs());
                prop_assert!(x >= LABEL.width || y >= LABEL.height, "{:?} {:?}", a.label, b.label);
            }
        }
    }
}

const BOX: Size = Size { width: 90.0, height: 60.0 };

/// Much longer than needed, so that a slow machine passes and a quadratic algorithm does not.
const GENEROUS: Duration = Duration::from_secs(10);

fn timed(nodes: impl IntoIterator<Item = Vec<u32>>) -> Layout {
    let nodes: Vec<_> = nodes.into_iter().collect();
    let count = nodes.len();
    let start = Instant::now();
    let layout = layout_dag(&Dag::new(nodes, count as u32 - 1), &vec![BOX; count]);
    assert!(start.elapsed() < GENEROUS, "{:?}", start.elapsed());
    assert_eq!(layout.boxes.len(), count);
    layout
}

const MANY: u32 = 100_000;

#[test]
fn deep_chain() {
    let layout = timed((0..MANY).map(|i| Vec::from_iter(i.checked_sub(1))));
    assert!(layout.boxes.iter().all(|b| b.x == -BOX.width / 2.0));
    assert_eq!(svg::edge(&layout.edges[0]).matches('V').count(), 1);
}

#[test]
fn wide_fan() {
    let layout = timed((0..MANY).map(|_| vec![]).chain([(0..MANY).collect()]));
    assert_eq!(layout.boxes[1].x - layout.boxes[0].x, BOX.width + COLUMN_GAP);
}

#[test]
fn wide_fan_of_one_node() {
    let layout = timed([vec![], vec![0; MANY as usize]]);
    assert_eq!(layout.edges.len(), MANY as usize);
}

#[test]
fn wide_fan_of_shared_nodes() {
    // max(x * 1, x * 2, …)
    let products = (0..MANY).flat_map(|i| [vec![], vec![0, 2 * i + 1]]);
    timed([vec![]].into_iter().chain(products).chain([(0..MANY).map(|i| 2 * i + 2).collect()]));
}

#[test]
fn deep_chain_with_constants_and_a_shared_variable() {
    // x, then (… op constant) op x, over and over.
    let layout = timed([vec![]].into_iter().chain((0..MANY).flat_map(|i| {
        let last = 3 * i;
        [vec![], vec![last, last + 1], vec![last + 2, 0]]
    })));
    let (boxes, edges) = layout.visible(Rect { x: -700.0, y: 0.0, width: 1400.0, height: 900.0 });
    assert!(boxes.len() < 100 && edges.len() < 100);
}

#[test]
fn many_variables_shared_over_many_rows() {
    // 300 variables, each used by 300 operations of a chain 90,000 long.
    let chain = (300..90_300u32).map(|i| vec![i - 1, i % 300]);
    timed((0..300).map(|_| vec![]).chain(chain));
}

#[test]
fn isolated_nodes_stand_at_the_side() {
    // An output that uses one of four leaves.
    let layout = layout_dag(&Dag::new([vec![], vec![], vec![], vec![], vec![0]], 4), &[BOX; 5]);
    for i in 1..4 {
        assert!(layout.boxes[i].x > layout.boxes[4].right());
        assert!(layout.boxes[i].bottom() <= layout.boxes[0].bottom());
    }
    let alone = layout_dag(&Dag::new([vec![], vec![]], 1), &[BOX; 2]);
    assert!(alone.boxes[0].x > alone.boxes[1].right() && alone.boxes[0].y == 0.0);
}

#[test]
fn a_typed_function_is_drawn_in_both_forms() {
    let program = chainrule::syntax::parse("(a + b) * (b + 1)").unwrap();
    let draw = |form| {
        let graph = graph::build(&program, graph::Options { form, ..Default::default() }).unwrap();
        let layout = layout(&graph, &vec![BOX; graph.len()]);
        let input = Input { dag: Dag::from(&graph), sizes: vec![BOX; graph.len()] };
        check(&input, &layout);
        (layout.boxes.len(), layout.bounds)
    };
    let (shared, whole) = (draw(graph::Form::Graph), draw(graph::Form::Tree));
    assert_eq!((shared.0, whole.0), (6, 7));
    assert!(shared.1.width < whole.1.width && shared.1.height == whole.1.height);
}
