//! The order of each layer.
//!
//! Barycentres as of Sugiyama et al. (1981) and transpositions as of E. R. Gansner, E. Koutsofios,
//! S. C. North, K.-P. Vo: A technique for drawing directed graphs (IEEE TSE 19, 1993), from the top
//! down only: the order of operands then stays, and only what is shared moves.

use super::super::rows::ASIDE;
use super::net::{Net, Use};
use crate::sort::sorted;

/// Operands in the wrong order weigh as much as this many crossings.
const WRONG_ORDER: usize = 2;

/// Pairs of edges compared per vertex, on average, before transposing ends.
const COMPARISONS: usize = 100;

/// Neighbours with more pairs of edges than this stay as they are.
const MOST_PAIRS: usize = 400;

/// The vertices, layer by layer, left to right.
pub(super) struct Layers {
    order: Vec<u32>,
    first: Vec<u32>,
}

impl Layers {
    /// Number of layers.
    pub(super) fn count(&self) -> usize {
        self.first.len() - 1
    }

    /// The vertices of a layer, left to right.
    pub(super) fn layer(&self, index: usize) -> &[u32] {
        &self.order[self.first[index] as usize..self.first[index + 1] as usize]
    }

    fn layer_mut(&mut self, index: usize) -> &mut [u32] {
        &mut self.order[self.first[index] as usize..self.first[index + 1] as usize]
    }

    /// All layers, one after the other.
    pub(super) fn all(&self) -> &[u32] {
        &self.order
    }
}

/// Orders the layers so that few edges cross and operands stand from left to right.
pub(super) fn order(net: &Net) -> Layers {
    let mut layers = by_depth_first_search(net);
    let mut positions = vec![0; net.len()];
    let number = |layer: &[u32], positions: &mut [u32]| {
        layer.iter().zip(0..).for_each(|(&vertex, position)| positions[vertex as usize] = position);
    };
    number(layers.layer(0), &mut positions);
    let mut budget = COMPARISONS * net.len();
    for index in 1..layers.count() {
        let layer = layers.layer_mut(index);
        let keyed = layer.iter().map(|&vertex| (barycentre(net.up(vertex), &positions), vertex)).collect();
        let keyed: Vec<(f64, u32)> = sorted(keyed, |a, b| f64::total_cmp(&a.0, &b.0));
        layer.iter_mut().zip(&keyed).for_each(|(vertex, key)| *vertex = key.1);
        if layer.iter().any(|&vertex| net.is_shared(vertex)) {
            transpose(net, layer, &positions, &mut budget);
        }
        number(layer, &mut positions);
    }
    layers
}

/// Each layer in the order in which a depth-first search from the top, operands from left to right,
/// reaches its vertices.
fn by_depth_first_search(net: &Net) -> Layers {
    let mut seen = vec![false; net.len()];
    let mut walk = Vec::with_capacity(net.len());
    let mut stack: Vec<u32> =
        (0..net.nodes as u32).filter(|&v| net.layer(v as usize) == 0 && net.up(v).is_empty()).collect();
    while let Some(vertex) = stack.pop() {
        if !std::mem::replace(&mut seen[vertex as usize], true) {
            walk.push(vertex);
            stack.extend(net.down(vertex).iter().rev());
        }
    }
    let mut first = vec![0u32];
    for &vertex in &walk {
        let layer = net.layer(vertex as usize) as usize;
        debug_assert_ne!(layer as u32, ASIDE);
        if first.len() < layer + 2 {
            first.resize(layer + 2, 0);
        }
        first[layer + 1] += 1;
    }
    for i in 1..first.len() {
        first[i] += first[i - 1];
    }
    let mut next = first.clone();
    let mut order = vec![0; walk.len()];
    for vertex in walk {
        let at = &mut next[net.layer(vertex as usize) as usize];
        order[*at as usize] = vertex;
        *at += 1;
    }
    Layers { order, first }
}

/// Mean position of the users.
fn barycentre(users: &[Use], positions: &[u32]) -> f64 {
    users.iter().map(|user| f64::from(positions[user.vertex as usize])).sum::<f64>() / users.len() as f64
}

/// Swaps neighbours in a layer as long as this lowers its cost towards the layer above.
fn transpose(net: &Net, layer: &mut [u32], positions: &[u32], budget: &mut usize) {
    let mut i = 1;
    while i < layer.len() {
        let (left, right) = (net.up(layer[i - 1]), net.up(layer[i]));
        let pairs = left.len() * right.len();
        if pairs > *budget {
            return;
        }
        *budget -= pairs.min(MOST_PAIRS);
        // Where no vertex is shared, the order by barycentres is best.
        let may_gain = pairs > 1 && pairs <= MOST_PAIRS;
        if may_gain && cost(right, left, positions) < cost(left, right, positions) {
            layer.swap(i - 1, i);
            i = (i - 1).max(1);
        } else {
            i += 1;
        }
    }
}

/// The cost of crossings and of operands out of order when `left` stands left of `right`.
fn cost(left: &[Use], right: &[Use], positions: &[u32]) -> usize {
    let pair = |a: &Use, b: &Use| {
        if a.vertex == b.vertex {
            WRONG_ORDER * usize::from(a.slot > b.slot)
        } else {
            usize::from(positions[a.vertex as usize] > positions[b.vertex as usize])
        }
    };
    left.iter().map(|a| right.iter().map(|b| pair(a, b)).sum::<usize>()).sum()
}

#[cfg(test)]
mod tests {
    use super::super::super::{Dag, rows};
    use super::*;

    fn layers(dag: &Dag) -> Vec<Vec<u32>> {
        let layers = order(&Net::new(dag, &rows::depths(dag)));
        (0..layers.count()).map(|i| layers.layer(i).to_vec()).collect()
    }

    #[test]
    fn shared_nodes_stand_between_their_users() {
        // (a + b) * (b + 1)
        let dag = Dag::new([vec![], vec![], vec![0, 1], vec![], vec![1, 3], vec![2, 4]], 5);
        assert_eq!(layers(&dag), [vec![5], vec![2, 4], vec![0, 1, 3]]);
    }

    #[test]
    fn operands_keep_their_order_at_the_price_of_a_crossing() {
        // (x - 1) / (x + 1): not 1 x 1.
        let dag = Dag::new([vec![], vec![], vec![0, 1], vec![], vec![0, 3], vec![2, 4]], 5);
        assert_eq!(layers(&dag), [vec![5], vec![2, 4], vec![0, 1, 3]]);
    }
}
