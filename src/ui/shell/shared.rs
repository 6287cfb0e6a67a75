//! A value that parts of the page share.

use std::rc::Rc;

/// A shared value that is compared by its place in memory: models hold NaN, which is unequal to
/// itself and would redraw for ever, and comparing them costs more than drawing them.
#[derive(Debug)]
pub(in crate::ui) struct Shared<T>(pub Rc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Shared(self.0.clone())
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> std::ops::Deref for Shared<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}
