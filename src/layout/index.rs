//! Finds the items that touch a view without testing every item.

use super::Rect;

/// Children of an entry of the hierarchy.
const FAN: usize = 16;

/// A hierarchy of bounding boxes over consecutive ids: entry `i` of the lowest level holds items
/// `16 i..16 (i + 1)`, and so on upwards.
///
/// Neighbouring ids are neighbours in the picture (arguments right before their node), so that this
/// prunes like an R-tree, is built in one pass, and gives ids in ascending order by itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Index {
    len: usize,
    /// From the lowest level to the single top entry.
    levels: Vec<Vec<Rect>>,
}

impl Index {
    pub(super) fn new(items: impl ExactSizeIterator<Item = Rect>) -> Index {
        let len = items.len();
        let mut levels = Vec::new();
        if len > 0 {
            levels.push(grouped(items));
            while let Some(level) = levels.last().filter(|level| level.len() > 1) {
                let above = grouped(level.iter().copied());
                levels.push(above);
            }
        }
        Index { len, levels }
    }

    /// The smallest rectangle around all items.
    pub(super) fn bounds(&self) -> Option<Rect> {
        self.levels.last().map(|top| top[0])
    }

    /// Ascending ids of the items that touch the view.
    pub(super) fn touching(&self, view: &Rect, item: impl Fn(usize) -> Rect) -> impl Iterator<Item = u32> {
        let mut entries: Vec<usize> = self.levels.last().map(|_| 0).into_iter().collect();
        for (depth, level) in self.levels.iter().enumerate().rev() {
            let below = if depth == 0 { self.len } else { self.levels[depth - 1].len() };
            let hit = entries.iter().filter(|&&entry| level[entry].touches(view));
            entries = hit.flat_map(|&entry| entry * FAN..below.min((entry + 1) * FAN)).collect();
        }
        entries.retain(|&id| item(id).touches(view));
        entries.into_iter().map(|id| id as u32)
    }
}

fn grouped(items: impl Iterator<Item = Rect>) -> Vec<Rect> {
    let mut groups: Vec<Rect> = Vec::new();
    for (i, item) in items.enumerate() {
        match groups.last_mut() {
            Some(group) if i % FAN != 0 => *group = group.union(&item),
            _ => groups.push(item),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_touches() {
        for len in [0, 1, 16, 17, 1000] {
            let items: Vec<Rect> =
                (0..len).map(|i| Rect { x: f64::from(i) * 10.0, y: 0.0, width: 5.0, height: 5.0 }).collect();
            let index = Index::new(items.iter().copied());
            let view = Rect { x: 100.0, y: 0.0, width: 100.0, height: 1.0 };
            let expected: Vec<u32> = (0..len as u32).filter(|&i| items[i as usize].touches(&view)).collect();
            assert_eq!(index.touching(&view, |i| items[i]).collect::<Vec<_>>(), expected);
        }
    }
}
