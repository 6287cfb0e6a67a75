//! The horizontal positions of the vertices.
//!
//! A tree of the layers is placed tidily; then what is shared moves towards the middle of its users,
//! as in the priority method of Sugiyama et al. (1981), except that each layer is moved as a whole:
//! to the nearest places (by weighted least squares) that keep order and distances, found by pooling
//! adjacent violators (R. E. Barlow et al.: Statistical inference under order restrictions, 1972).
//! The tidy picture of a tree is a fixed point of this.

use super::super::{COLUMN_GAP, Size, centres};
use super::net::Net;
use super::order::Layers;

/// Weight of the wanted position of a long edge's vertex; that of a box is 1.
const ROUTE_WEIGHT: f64 = 4.0;

/// Horizontal centres of all vertices; the output's is 0.
pub(super) fn centres(net: &Net, layers: &Layers, sizes: &[Size], output: u32) -> Vec<f64> {
    let width = |vertex: u32| sizes.get(vertex as usize).map_or(0.0, |size| size.width);
    let mut x = tidy(net, layers, &width);
    if layers.all().iter().any(|&vertex| net.is_shared(vertex)) {
        let rounds = if layers.all().len() <= 3_000 { 6 } else { 2 };
        let offsets = offsets(net, &x, &width);
        let mut mover = Mover { net, width, offsets, wishes: Vec::new(), pools: Vec::new() };
        for _ in 0..rounds {
            mover.downwards(layers, &mut x);
            mover.upwards(layers, &mut x);
        }
    }
    let origin = x[output as usize];
    x.iter_mut().for_each(|x| *x -= origin);
    x
}

/// Centres of the tree that has the same layers and in which each vertex is a child of its middle
/// user, or of the nearest vertex that keeps the tree's edges from crossing.
fn tidy(net: &Net, layers: &Layers, width: &impl Fn(u32) -> f64) -> Vec<f64> {
    // Vertex i of the layers is number i + 1; number 0 is above the first layer.
    let mut number = vec![0u32; net.len()];
    layers.all().iter().zip(1..).for_each(|(&vertex, n)| number[vertex as usize] = n);
    let mut first_child = vec![0u32; layers.all().len() + 2];
    first_child[1] = layers.layer(0).len() as u32;
    let mut users = Vec::new();
    let mut parent = 0;
    for &vertex in &layers.all()[layers.layer(0).len()..] {
        users.clear();
        users.extend(net.up(vertex).iter().map(|user| number[user.vertex as usize]));
        let middle = (users.len() - 1) / 2;
        // Numbers grow from layer to layer, so the largest so far is in the layer above or further left.
        parent = parent.max(*users.select_nth_unstable(middle).1);
        first_child[parent as usize + 1] += 1;
    }
    first_child[0] = 1;
    for i in 1..first_child.len() {
        first_child[i] += first_child[i - 1];
    }
    let widths: Vec<f64> = [0.0].into_iter().chain(layers.all().iter().map(|&vertex| width(vertex))).collect();
    let places = centres::tidy_centres(&first_child, &widths);
    number.iter().map(|&n| places[n as usize]).collect()
}

/// Where vertices with one user belong beneath it: as in the tree, or, when it has shared arguments
/// too, side by side with those.
fn offsets(net: &Net, tidy: &[f64], width: &impl Fn(u32) -> f64) -> Vec<f64> {
    let mut offsets = vec![0.0; net.len()];
    for user in 0..net.len() as u32 {
        let args = net.down(user);
        let shared = args.iter().any(|&arg| net.is_shared(arg));
        let whole: f64 = args.iter().map(|&arg| width(arg) + COLUMN_GAP).sum();
        let mut left = -whole / 2.0;
        for &arg in args {
            let room = width(arg) + COLUMN_GAP;
            offsets[arg as usize] = if shared { left + room / 2.0 } else { tidy[arg as usize] - tidy[user as usize] };
            left += room;
        }
    }
    offsets
}

struct Mover<'a, Width> {
    net: &'a Net,
    width: Width,
    offsets: Vec<f64>,
    wishes: Vec<f64>,
    pools: Vec<Pool>,
}

/// Neighbours that touch and move together: their last index, weight and mean place.
struct Pool {
    end: usize,
    weight: f64,
    mean: f64,
}

impl<Width: Fn(u32) -> f64> Mover<'_, Width> {
    /// Each layer moves with the one above: what is shared, to the middle of its users; the rest to
    /// its place beneath its only user.
    fn downwards(&mut self, layers: &Layers, x: &mut [f64]) {
        for index in 1..layers.count() {
            let layer = layers.layer(index);
            self.wishes.clear();
            self.wishes.extend(layer.iter().map(|&vertex| match self.net.up(vertex) {
                [user] => x[user.vertex as usize] + self.offsets[vertex as usize],
                users => users.iter().map(|user| x[user.vertex as usize]).sum::<f64>() / users.len() as f64,
            }));
            self.fulfil(layer, x);
        }
    }

    /// Each layer moves to the middle of its arguments, of which shared ones count less; leaves move
    /// as their siblings do.
    fn upwards(&mut self, layers: &Layers, x: &mut [f64]) {
        let mut moves = vec![(0.0, 0.0); x.len()];
        for index in (0..layers.count() - 1).rev() {
            let layer = layers.layer(index);
            self.wishes.clear();
            for &vertex in layer {
                let wish = self.middle_of_arguments(vertex, x);
                self.wishes.push(wish.unwrap_or(x[vertex as usize]));
                if let (Some(wish), [user]) = (wish, self.net.up(vertex)) {
                    let (count, sum) = &mut moves[user.vertex as usize];
                    *count += 1.0;
                    *sum += wish - x[vertex as usize];
                }
            }
            for (&vertex, wish) in layer.iter().zip(&mut self.wishes) {
                if let ([], [user]) = (self.net.down(vertex), self.net.up(vertex)) {
                    let (count, sum) = moves[user.vertex as usize];
                    *wish += sum / f64::max(count, 1.0);
                }
            }
            self.fulfil(layer, x);
        }
    }

    fn middle_of_arguments(&self, vertex: u32, x: &[f64]) -> Option<f64> {
        let (mut left, mut right) = (f64::INFINITY, f64::NEG_INFINITY);
        let (mut weight, mut sum) = (0.0, 0.0);
        for &arg in self.net.down(vertex) {
            let place = x[arg as usize];
            let uses = self.net.up(arg).len() as f64;
            if uses == 1.0 {
                (left, right) = (left.min(place), right.max(place));
            }
            let share = 2.0 / (uses + 1.0);
            weight += share;
            sum += share * place;
        }
        if weight == 0.0 {
            return None;
        }
        if left <= right {
            // Arguments that are not shared are centred by the outer ones, as in a tree.
            let own = self.net.down(vertex).iter().filter(|&&arg| !self.net.is_shared(arg));
            let (count, total) = own.fold((0.0, 0.0), |(n, total), &arg| (n + 1.0, total + x[arg as usize]));
            sum += count * (left + right) / 2.0 - total;
        }
        Some(sum / weight)
    }

    /// Moves the vertices of a layer as close to their wanted positions as order and distances allow.
    fn fulfil(&mut self, layer: &[u32], x: &mut [f64]) {
        // After the distances are subtracted, the positions must not decrease from left to right.
        let distance = |l: u32, r: u32| ((self.width)(l) + (self.width)(r)) / 2.0 + COLUMN_GAP;
        self.pools.clear();
        let mut taken_off = 0.0;
        for (i, &vertex) in layer.iter().enumerate() {
            if i > 0 {
                taken_off += distance(layer[i - 1], vertex);
            }
            let weight = if (vertex as usize) < self.net.nodes { 1.0 } else { ROUTE_WEIGHT };
            let mut pool = Pool { end: i + 1, weight, mean: self.wishes[i] - taken_off };
            while let Some(left) = self.pools.pop_if(|left| left.mean > pool.mean) {
                let weight = left.weight + pool.weight;
                pool.mean = (left.weight * left.mean + pool.weight * pool.mean) / weight;
                pool.weight = weight;
            }
            self.pools.push(pool);
        }
        let (mut start, mut taken_off) = (0, 0.0);
        for pool in &self.pools {
            for i in start..pool.end {
                if i > 0 {
                    taken_off += distance(layer[i - 1], layer[i]);
                }
                x[layer[i] as usize] = pool.mean + taken_off;
            }
            start = pool.end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::{Dag, rows};
    use super::super::order;
    use super::*;

    #[test]
    fn what_is_shared_stands_in_the_middle() {
        // (a + b) * (b + 1)
        let dag = Dag::new([vec![], vec![], vec![0, 1], vec![], vec![1, 3], vec![2, 4]], 5);
        let net = Net::new(&dag, &rows::depths(&dag));
        let x = centres(&net, &order::order(&net), &[Size { width: 50.0, height: 20.0 }; 6], 5);
        assert!((x[1] - (x[2] + x[4]) / 2.0).abs() < 0.5, "{x:?}");
        assert!(x[1] - x[0] > 77.9 && x[3] - x[1] > 77.9, "{x:?}");
    }
}
