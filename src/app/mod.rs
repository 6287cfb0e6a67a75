//! What the page knows and what a person can do, without any web in it.
//!
//! [`State`] has three parts. The [`Document`] (text, inputs, settings) is what is saved, shared and
//! undone. [`Derived`] is what follows from it: the [`Model`] of its text (program, graph, tape and layout),
//! rebuilt only when text or options change, and the [`Trace`](crate::autodiff::Trace), which is run again on
//! every change of an input. The [`Session`] is what this visit adds: what is chosen, how far one has stepped,
//! what can be undone.
//!
//! Everything a person can do is an [`Action`]; [`reduce`] is pure, and says what follows outside of the
//! state ([`Effects`]). What each topic makes of the state is in a view of its own, which borrows the parts
//! that it needs: [`State::stepping`] gives [`Stepping`], which tells what is known at the present moment,
//! and [`State::forward`], [`State::descent`], [`State::table`] and [`State::plotting`] are like it.
//!
//! | what the page can do | where |
//! |---|---|
//! | type, undo, share; examples | `document`, `edit`, `history`, [`link`]; [`examples`] |
//! | names that fit, brackets, everything one can write | [`typing`] |
//! | the graph: pan, zoom, what is drawn | [`camera`], [`scene`], [`measure`] |
//! | step through both passes; forward mode | `player`, `stepping`, `walk`; `forward` |
//! | derivatives as formulas, second ones, the check of the gradients | [`derivatives`], `hessian`, [`trust`] |
//! | plot, map | [`plot`] |
//! | where variables start, at random, sliders that play | [`point`] |
//! | descent | [`descent`] |
//! | rows of data | [`data`] |
//! | help; what a screen reader says | [`help`]; [`speech`] |
//!
//! [`point`], [`plot`], [`descent`] and [`data`] each have their settings (`Options`, part of the document and
//! of the link) and what a person changes of them (`Change`, part of an action). What they compute
//! with is in the folders of the same names, outside of `app`.
//!
//! ```
//! use chainrule::app::{Action, State, reduce};
//! let (state, effects) = reduce(State::default(), Action::SetValue { name: "x".into(), value: 2.0 });
//! assert!(effects.document && effects.numbers);
//! assert_eq!(state.derived.trace.output(), 81.0);
//! assert_eq!(state.link(), "e=(4*x%2B1)%5E2&x=2");
//! ```

mod action;
pub mod camera;
pub mod data;
pub mod derivatives;
mod derived;
pub mod descent;
mod document;
mod edit;
mod effect;
pub mod examples;
mod forward;
pub mod help;
mod hessian;
mod history;
mod identity;
pub mod link;
pub mod measure;
mod model;
mod notice;
mod number;
mod panel;
mod partial;
mod player;
pub mod plot;
pub mod point;
mod reduce;
pub mod scene;
mod sentences;
mod session;
mod settings;
pub mod speech;
mod stamp;
mod state;
mod stepping;
mod theme;
pub mod trust;
pub mod typing;
mod walk;

pub use action::Action;
pub use derived::Derived;
pub use document::{Document, Input};
pub use effect::Effects;
pub use forward::Forward;
pub use hessian::Hessian;
pub use history::{Edit, History};
pub use identity::{Identities, Identity};
pub use model::{Failure, Model, derive};
pub use notice::Notice;
pub use number::parse_number;
pub use panel::Panel;
pub use partial::PartialTape;
pub use player::{Player, Speed, Walk};
pub use reduce::reduce;
pub use sentences::sentences;
pub use session::Session;
pub use settings::Settings;
pub use stamp::Stamp;
pub use state::State;
pub use stepping::Stepping;
pub use theme::Theme;
