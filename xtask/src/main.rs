//! The project's own commands; `cargo xtask help` lists them.
//!
//! Each command is one file; `setup` finds or installs the tools that they need, `run` starts
//! programs, `report` counts tests, `paths` knows the folders.

mod bench;
mod build;
mod dist;
mod fuzz;
mod licenses;
mod paths;
mod report;
mod run;
mod screenshots;
mod serve;
mod setup;
mod steps;
mod styles;
mod test;

use std::process::ExitCode;

use bpaf::{OptionParser, Parser, construct, long, positional, pure};
use steps::Step;

/// What a command ends with: nothing, or one friendly line about what went wrong (empty when it
/// has been told already).
type Outcome = Result<(), String>;

/// How many columns the table of commands may take.
const WIDTH: usize = 120;

/// What the command line asks for.
#[derive(Clone)]
enum Command {
    Serve(serve::Options),
    Build,
    Styles,
    Licenses,
    Test(Vec<&'static Step>),
    Bench(Vec<String>),
    Fuzz(fuzz::Options),
    Screenshots,
    Help,
}

/// The command line: each command with its options and what it does.
fn commands() -> OptionParser<Command> {
    let open = long("open").help("show it in the browser").switch();
    let port = long("port").help("take this port, not the first free one").argument("N").optional();
    let release = long("release").help("build it as `cargo xtask build` does").switch();
    let serve = construct!(serve::Options { open, port, release }).map(Command::Serve);
    let steps = positional("STEP").parse(test::step).many().map(Command::Test);
    let seed = long("seed").help("try the input of this seed alone").argument("N").optional();
    let seconds = positional("SECONDS").optional();
    let fuzz = construct!(fuzz::Options { seed, seconds }).map(Command::Fuzz);
    let filter = positional("FILTER").many().map(Command::Bench);

    let serve = command("serve", "build the page and serve it on this machine, again after every change", serve);
    let build = command("build", "write the finished page to dist/, ready for any static host", pure(Command::Build));
    let styles = command("styles", "gather the style sheets into one, which Trunk asks for", pure(Command::Styles));
    let terms = "gather the licences of what the page is made of, which Trunk asks for";
    let licenses = command("licenses", terms, pure(Command::Licenses));
    let test = command("test", "run every check and test, or only the steps named", steps);
    let bench = command("bench", "run the benchmarks, natively and in the browser", filter);
    let fuzz = command("fuzz", "change formulas, links and tables at random, for 20 or so many seconds", fuzz);
    let pictures = "photograph the page: docs/screenshot.png, others to target/screenshots";
    let screenshots = command("screenshots", pictures, pure(Command::Screenshots));
    let help = command("help", "print this table", pure(Command::Help));
    construct!([serve, build, styles, licenses, test, bench, fuzz, screenshots, help])
        .to_options()
        .usage("Usage: cargo xtask COMMAND")
        .footer(format!("Steps of test: {}", test::names()).as_str())
        .max_width(WIDTH)
        .fallback_to_usage()
}

fn command(name: &'static str, does: &'static str, options: impl Parser<Command> + 'static) -> impl Parser<Command> {
    options.to_options().descr(does).command(name)
}

fn start(command: Command) -> Outcome {
    let sh = &run::shell()?;
    match command {
        Command::Serve(options) => serve::start(sh, options),
        Command::Build => build::start(sh),
        Command::Styles => styles::start(sh),
        Command::Licenses => licenses::start(sh),
        Command::Test(steps) => test::start(sh, steps),
        Command::Bench(filter) => bench::start(sh, &filter),
        Command::Fuzz(options) => fuzz::start(sh, &options),
        Command::Screenshots => screenshots::start(sh),
        Command::Help => {
            if let Err(table) = commands().run_inner(&["--help"]) {
                table.print_message(WIDTH);
            }
            Ok(())
        }
    }
}

fn main() -> ExitCode {
    match start(commands().run()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(line) => {
            if !line.is_empty() {
                eprintln!("xtask: {line}");
            }
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Command, String> {
        let words: Vec<_> = line.split_whitespace().collect();
        commands().run_inner(&*words).map_err(bpaf::ParseFailure::unwrap_stderr)
    }

    #[test]
    fn serve_reads_its_options() {
        let plain = serve::Options { open: false, port: None, release: false };
        for (line, expected) in [
            ("serve", plain),
            ("serve --port 9000 --open --release", serve::Options { open: true, port: Some(9000), release: true }),
            ("serve --port=1", serve::Options { port: Some(1), ..plain }),
        ] {
            assert!(matches!(read(line), Ok(Command::Serve(options)) if options == expected), "{line}");
        }
    }

    #[test]
    fn fuzz_reads_its_options() {
        for (line, seed, seconds) in
            [("fuzz", None, None), ("fuzz 600", None, Some(600)), ("fuzz --seed 7", Some(7), None)]
        {
            let expected = fuzz::Options { seed, seconds };
            assert!(matches!(read(line), Ok(Command::Fuzz(options)) if options == expected), "{line}");
        }
    }

    #[test]
    fn test_finds_its_steps() {
        let names = |line| match read(line) {
            Ok(Command::Test(steps)) => steps.iter().map(|step| step.name).collect::<Vec<_>>(),
            _ => panic!("{line} is a test"),
        };
        assert_eq!(names("test e2e fmt"), ["e2e", "fmt"]);
        assert!(names("test").is_empty());
    }

    #[test]
    fn says_what_is_wrong_in_one_line() {
        for line in
            ["nothing", "build it", "serve --port", "serve --port x", "serve --port 70000", "serve --fast", "test it"]
        {
            let told = read(line).err().expect("it is no command");
            assert!(!told.is_empty() && !told.contains('\n'), "{line}: {told}");
        }
    }
}
