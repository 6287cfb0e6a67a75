//! From boxes to the finished picture: draws every edge.

use super::labels::Draft;
use super::rows::{ASIDE, Rows};
use super::{Dag, Knot, LABEL, Layout, Point, Rect, aside, labels};

/// Most knots of all edges together; beyond its share, an edge runs straight.
const KNOT_BUDGET: usize = 1_000_000;

/// Where long edges pass through the rows between their ends: one route per argument, shared by all
/// edges to it.
#[derive(Default)]
pub(super) struct Routes {
    /// First pass of each node's route, and the number of all passes; empty when there are none.
    pub(super) first: Vec<u32>,
    /// Passes from the highest row of a route down to the one above the node.
    pub(super) passes: Vec<Pass>,
}

/// A route through one row.
#[derive(Clone, Copy)]
pub(super) struct Pass {
    /// At the row's upper side.
    pub(super) enter: Knot,
    /// At the row's lower side.
    pub(super) leave: Knot,
    /// The last pass on the straight line through this one.
    pub(super) line_end: u32,
}

impl Routes {
    fn of(&self, node: u32) -> std::ops::Range<usize> {
        match self.first.get(node as usize..node as usize + 2) {
            Some(ends) => ends[0] as usize..ends[1] as usize,
            None => 0..0,
        }
    }
}

/// Draws the edges between placed boxes and puts isolated nodes aside.
pub(super) fn finish(dag: &Dag, mut boxes: Vec<Rect>, depths: &[u32], rows: &Rows, routes: Routes) -> Layout {
    let router = Router {
        dag,
        boxes: &boxes,
        depths,
        rows,
        routes: &routes,
        most: (KNOT_BUDGET / dag.edge_count().max(1)).max(8),
    };
    let mut drafts = Vec::with_capacity(dag.edge_count());
    let mut parallel = vec![0u32; dag.node_count()];
    for node in 0..dag.node_count() as u32 {
        router.draw(node, &mut parallel, &mut drafts);
    }
    let edges = labels::place(dag, drafts);
    if depths.contains(&ASIDE) {
        let right = boxes.iter().zip(depths).filter(|&(_, &depth)| depth != ASIDE).map(|(b, _)| b.right());
        let right = right.chain(edges.iter().map(|e| e.bounds().right())).fold(0.0, f64::max);
        aside::place(dag, &mut boxes, right, rows.sides.last().map_or(0.0, |last| last.1));
    }
    Layout::new(boxes, edges)
}

struct Router<'a> {
    dag: &'a Dag,
    boxes: &'a [Rect],
    depths: &'a [u32],
    rows: &'a Rows,
    routes: &'a Routes,
    /// Most knots of an edge.
    most: usize,
}

impl Router<'_> {
    /// Draws the edges that enter a node. `parallel` is all zero before and after.
    fn draw(&self, node: u32, parallel: &mut [u32], drafts: &mut Vec<Draft>) {
        let args = self.dag.args(node);
        args.iter().for_each(|&arg| parallel[arg as usize] += 1);
        let several = args.iter().any(|&arg| parallel[arg as usize] > 1);
        let first = drafts.len();
        drafts.extend(args.iter().map(|&arg| self.draft(node, arg)));
        if several {
            // Counted down: the count is k at the first of k parallel edges and 1 at the last.
            let counts: Vec<u32> = args.iter().map(|&arg| parallel[arg as usize]).collect();
            for ((&arg, &count), draft) in args.iter().zip(&counts).zip(&mut drafts[first..]) {
                if count > 1 {
                    bend(draft, (count - parallel[arg as usize]) as usize, count as usize);
                    parallel[arg as usize] -= 1;
                }
            }
        }
        args.iter().for_each(|&arg| parallel[arg as usize] = 0);
    }

    fn draft(&self, node: u32, arg: u32) -> Draft {
        let start = self.boxes[node as usize].bottom_centre();
        let floor = self.rows.sides[self.depths[node as usize] as usize].1;
        let mut knots = Vec::with_capacity(3);
        knots.push(Knot::vertical(start));
        if floor > start.y + 0.5 {
            // The edge passes the neighbours of a low box, which are higher, before it turns.
            knots.push(Knot::vertical(Point { x: start.x, y: floor }));
        }
        let gap = knots.len() - 1;
        let route = self.routes.of(arg);
        let rows_between = (self.depths[arg as usize] - self.depths[node as usize] - 1) as usize;
        let mut next = if route.is_empty() { route.end } else { route.end - rows_between };
        while next < route.end {
            if knots.len() + 2 > self.most {
                knots.truncate(gap + 2);
                break;
            }
            let pass = self.routes.passes[next];
            let last = self.routes.passes[pass.line_end as usize];
            knots.extend([pass.enter, last.leave]);
            next = pass.line_end as usize + 1;
        }
        knots.push(Knot::vertical(self.boxes[arg as usize].top_centre()));
        Draft { knots, gap, label: None }
    }
}

/// Bends one of several edges between the same two nodes aside, between the user's row and the next.
fn bend(draft: &mut Draft, index: usize, count: usize) {
    let step = (LABEL.width + 8.0).min(6.0 * LABEL.width / (count - 1) as f64);
    let aside = (index as f64 - (count - 1) as f64 / 2.0) * step;
    let (from, to) = (draft.knots[draft.gap], draft.knots[draft.gap + 1]);
    let middle = Point { x: (from.x + to.x) / 2.0 + aside, y: (from.y + to.y) / 2.0 };
    let slope = (to.x - from.x) / (to.y - from.y);
    draft.knots.insert(draft.gap + 1, Knot { x: middle.x, y: middle.y, slope });
    draft.label = Some(middle);
}
