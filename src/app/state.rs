use super::data::{self, Rows};
use super::descent::Descents;
use super::forward::Forward;
use super::plot::Plotting;
use super::point::start_here;
use super::stepping::Stepping;
use super::{Derived, Document, Notice, Session, Stamp, link};
use crate::graph::NodeId;

/// Everything the page shows. Each topic looks at it through a view of its own, which only borrows.
#[derive(Clone, Debug)]
pub struct State {
    /// What is saved, shared and undone.
    pub document: Document,
    /// What follows from the document.
    pub derived: Derived,
    /// What this visit adds.
    pub session: Session,
}

impl Default for State {
    /// The page as it is opened without a link.
    fn default() -> State {
        let (mut document, derived) = (Document::default(), Derived::default());
        start_here(&mut document, &derived);
        State { document, derived, session: Session::default() }
    }
}

impl State {
    /// The page opened with a link (or with garbage in its place).
    pub fn open(link: &str) -> State {
        let mut state = State::default();
        match link::read(link) {
            Some(document) => {
                state.document = document;
                state.derived.rebuild(&mut state.document);
                start_here(&mut state.document, &state.derived);
            }
            None if link::is_blank(link) => {}
            None => state.session.notice = Some(Notice::DamagedLink),
        }
        state
    }

    /// Walking through both passes.
    pub fn stepping(&self) -> Stepping<'_> {
        Stepping { derived: &self.derived, session: &self.session }
    }

    /// Forward mode.
    pub fn forward(&self) -> Forward<'_> {
        Forward { derived: &self.derived, stepping: self.stepping() }
    }

    /// The descent.
    pub fn descent(&self) -> Descents<'_> {
        Descents { document: &self.document, derived: &self.derived, table: self.table(), session: &self.session }
    }

    /// The rows of data.
    pub fn table(&self) -> Rows<'_> {
        Rows { document: &self.document, derived: &self.derived, stepping: self.stepping() }
    }

    /// The plot.
    pub fn plotting(&self) -> Plotting<'_> {
        Plotting { document: &self.document, derived: &self.derived }
    }

    /// The stamp of what is explained at this moment.
    pub fn stamp(&self) -> Stamp {
        Stamp::of(&self.derived, &self.session)
    }

    /// The node to light up: the one pointed at, else the chosen one.
    pub fn lit(&self) -> Option<NodeId> {
        self.session.hover.or(self.session.selection)
    }

    /// The node whose derivation is shown: the chosen one, else that of the present step, else the first
    /// variable, else the output.
    pub fn explained(&self) -> NodeId {
        self.stepping().explained()
    }

    /// The present values of the sliders, in the order of the graph's variables.
    pub fn inputs(&self) -> Vec<f64> {
        self.derived.model.inputs(&self.document)
    }

    /// The document with the sliders it has now and no others, as a link; without data that is too large for one.
    pub fn link(&self) -> String {
        let mut document = self.present();
        if !document.data.fits_link() {
            document.data = data::Options::default();
        }
        link::write(&document)
    }

    /// The same with all data: longer than browsers accept in an address.
    pub fn draft(&self) -> String {
        link::write(&self.present())
    }

    fn present(&self) -> Document {
        let mut document = self.document.clone();
        let mut names: Vec<&String> = self.document.start.keys().collect();
        // The variables of a text that cannot be read are not known: it keeps all sliders there were.
        if self.derived.failure.is_none() {
            document.inputs.clear();
            names = self.derived.model.graph.variables().iter().map(|variable| &variable.name).collect();
        }
        for name in names {
            document.inputs.insert(name.clone(), self.document.input(name));
        }
        document
    }
}
