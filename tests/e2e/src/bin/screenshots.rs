//! Photographs the page in several sizes, light and dark, into the folder given: as it opens, and
//! the scenes in which plots, maps, descents and explanations show what they can do.

use std::path::{Path, PathBuf};
use std::time::Duration;

use e2e::{View, drive};

/// What is photographed.
struct Scene {
    name: &'static str,
    /// The page's address behind its path, or the title of an example.
    link: &'static str,
    /// What is done then, as JavaScript.
    script: &'static str,
    /// What a phone is scrolled to.
    shows: &'static str,
}

const fn scene(name: &'static str, link: &'static str) -> Scene {
    Scene { name, link, script: "", shows: ".plot" }
}

impl Scene {
    const fn after(self, script: &'static str) -> Scene {
        Scene { script, ..self }
    }

    const fn of_the_tree(self) -> Scene {
        Scene { shows: ".header", ..self }
    }
}

/// Runs the descent as fast as it goes.
const RUN: &str = "const pace = document.querySelector('#descend-pace'); pace.selectedIndex = 2; \
    pace.dispatchEvent(new Event('change', { bubbles: true })); document.querySelector('.descend .run').click();";

/// Nine steps of the story.
const STEPS: &str = "for (let step = 0; step < 9; step++) document.querySelector('.transport .next').click();";

/// Chooses the variable x.
const CHOOSE: &str = "document.querySelector('[data-row]:last-of-type').click();";

const SCENES: &[Scene] = &[
    scene("tangent", "#e=(4*x%2B1)%5E2&x=1"),
    scene("tan", "#e=tan(x)&plot.slope=on"),
    scene("floor", "#e=floor(x)&x=1.5"),
    scene("lens", "#e=%7Cx%7C&x=0&plot.lens=on"),
    scene(
        "rosenbrock",
        "#e=(1-x)%5E2%2B100*(y-x%5E2)%5E2&x=-1.2&x.min=-2&x.max=2&y=1&y.min=-1&y.max=3&plot.and=y&plot.large=on\
         &panel=descent&descent.by=adam&descent.rate=0.05&descent.against=gd&descent.against.rate=0.001",
    )
    .after(RUN),
    scene("line-fit", "Line fit").after(RUN),
    scene("xor", "XOR with three hidden neurons").after(RUN),
    scene("product", "#e=x*x&x=3").of_the_tree().after(CHOOSE),
    scene("fraction", "#e=(x%2B%CF%83(y))%2F(%CF%83(x)%2B(x%2By)%5E2)&x=3&y=-4").of_the_tree().after(CHOOSE),
    scene("logistic", "#e=1%2F(1%2Be%5E(-x))").of_the_tree().after(STEPS),
    scene("neuron", "#e=h%3Dw*x%2Bb%3B%20a%3Dtanh(h)%3B%20(a-y)%5E2").of_the_tree().after(STEPS),
];

/// Whatever moves has come to rest by then, and a run has come far.
const REST: Duration = Duration::from_millis(1_500);
const RUNNING: Duration = Duration::from_secs(4);

fn main() {
    let folder = std::env::args_os().nth(1).map(PathBuf::from);
    let folder = folder.expect("the first argument is the folder for the pictures");
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    for size in [View::DESKTOP, View::TABLET, View::PHONE] {
        for view in [size, size.dark()] {
            shoot(&folder, "", &SCENES[0], view);
        }
    }
    for scene in SCENES {
        for size in [View::DESKTOP, View::PHONE] {
            for view in [size, size.dark()] {
                shoot(&folder, &format!("{}-", scene.name), scene, view);
            }
        }
    }
}

fn shoot(folder: &Path, name: &str, scene: &Scene, view: View) {
    let file = format!("{name}{}x{}-{}.png", view.width, view.height, view.colours.name());
    drive(view, async |page| {
        if scene.link.starts_with('#') {
            page.open(scene.link).await;
        } else {
            page.open("").await;
            let open = "[...document.querySelectorAll('#gallery button')].find(entry => entry.textContent.startsWith(arguments[0])).click()";
            page.eval_with(open, vec![scene.link.into()]).await;
            page.frame().await;
        }
        page.promise(scene.script).await;
        tokio::time::sleep(if scene.script == RUN { RUNNING } else { REST }).await;
        if view.touch() && !name.is_empty() {
            page.eval(&format!("document.querySelector('{}').scrollIntoView()", scene.shows)).await;
        }
        page.frame().await;
        std::fs::write(folder.join(&file), page.screenshot().await).expect("the picture can be written");
    });
    println!("{file}");
}
