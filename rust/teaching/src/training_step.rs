//! A training step: an event is one number, by which it is sorted, and a chain is known by its lead over a thread.
//!
//! Thread, start and the complement of the duration fit in 115 bits, so one comparison of two words puts threads together, and parents before
//! children; a stable sort keeps equal ones in the order of their lines, and is quick where a trace is sorted already. A stack then
//! charges each stretch of time. No sum over nested events is taken. Names are numbered when they are first met.
//!
//! A chain that arrives is that much longer than its thread has been busy, or it is not: that is its lead, and what a thread does after that
//! adds to both. So two times for each flow are all that part 2 goes through.

use contract::InvalidInput;
use contract::reading::Cursor;
use std::collections::HashMap;
use std::fmt::Write;

const FIRST: &str = "expected a number from 1 to 999999 as names 5";
const EITHER: &str =
    "expected an event as 1 20.500 3.000 mm, or a flow to a later time as flow 1 23.500 2 40.000";
const MOST_MICROSECONDS: u64 = 9_999_999_999_999;
const THREADS: usize = 100;
/// Above any duration and any start.
const TIMES: u128 = 1 << 54;

#[derive(Clone, Copy)]
struct Event {
    /// The thread, the start, and what the duration lacks to a number above all.
    order: u128,
    name: u32,
}

impl Event {
    fn thread(self) -> usize {
        (self.order >> 108) as usize
    }

    /// From when to when.
    fn times(self) -> (u64, u64) {
        let start = (self.order >> 54 & (TIMES - 1)) as u64;
        (start, start + (TIMES - 1 - (self.order & (TIMES - 1))) as u64)
    }
}

struct Flow {
    source: usize,
    leaves: u64,
    target: usize,
    arrives: u64,
}

pub struct Trace<'a> {
    shown: usize,
    names: Vec<&'a [u8]>,
    events: Vec<Event>,
    flows: Vec<Flow>,
}

pub fn parse(text: &str) -> Result<Trace<'_>, InvalidInput> {
    let mut lines = Cursor::new(text);
    let shown = lines.line(FIRST, |line| {
        line.tag("names ")?;
        line.natural(999_999).filter(|&number| number > 0)
    })?;
    let mut trace = Trace { shown: shown as usize, names: Vec::new(), events: Vec::new(), flows: Vec::new() };
    trace.events.reserve(text.len() / 40);
    let mut numbers = HashMap::new();
    lines.block(EITHER, |line| {
        if line.tag("flow ").is_some() {
            let (source, leaves, target, arrives) =
                (thread(line)?, time(line)?, thread(line)?, nanoseconds(line)?);
            trace.flows.push(Flow { source, leaves, target, arrives });
            return (leaves < arrives).then_some(());
        }
        let (thread, start, duration) = (thread(line)?, time(line)?, time(line)?);
        let name = line.word(|_| true)?;
        let number = *numbers.entry(name).or_insert_with(|| {
            trace.names.push(name);
            trace.names.len() as u32 - 1
        });
        let order = (thread as u128) << 108 | u128::from(start) << 54 | (TIMES - 1 - u128::from(duration));
        trace.events.push(Event { order, name: number });
        Some(())
    })?;
    lines.end()?;
    Ok(trace)
}

/// With the space after it, as [`time`].
fn thread(line: &mut Cursor) -> Option<usize> {
    let thread = line.natural(THREADS as u64 - 1)?;
    line.tag(" ")?;
    Some(thread as usize)
}

fn time(line: &mut Cursor) -> Option<u64> {
    let time = nanoseconds(line)?;
    line.tag(" ")?;
    Some(time)
}

fn nanoseconds(line: &mut Cursor) -> Option<u64> {
    let mut time = line.natural(MOST_MICROSECONDS)?;
    line.tag(".")?;
    for _ in 0..3 {
        time = 10 * time + u64::from(line.byte().filter(u8::is_ascii_digit)? - b'0');
    }
    Some(time)
}

impl Trace<'_> {
    /// By thread, and in each by when they begin, the longest first.
    fn sorted(&self) -> Vec<Event> {
        let mut events = self.events.clone();
        events.sort_by_key(|event| event.order);
        events
    }
}

pub fn part1(trace: &Trace) -> String {
    let events = trace.sorted();
    let mut times = vec![0u64; trace.names.len()];
    let mut all = Vec::new();
    for events in events.chunk_by(|one, two| one.thread() == two.thread()) {
        charge(events, &mut times);
        all.extend(runs(events.iter().map(|event| event.times())));
    }
    all.sort_unstable();
    let busy: u64 = runs(all.into_iter()).iter().map(|(start, end)| end - start).sum();
    let mut table: Vec<_> = trace.names.iter().zip(times).collect();
    table.sort_unstable_by_key(|&(&name, time)| (std::cmp::Reverse(time), name));
    let mut written = busy.to_string();
    for (name, time) in table.into_iter().take(trace.shown) {
        write!(written, "\n{time} {}", String::from_utf8_lossy(name)).expect("a string grows");
    }
    written
}

/// Adds to each name the times for which its events are the innermost of a thread.
fn charge(events: &[Event], times: &mut [u64]) {
    let (mut running, mut now) = (Vec::new(), 0);
    let mut until = |start: u64, running: &mut Vec<(u64, u32)>| {
        while let Some(&(end, name)) = running.last().filter(|_| now < start) {
            times[name as usize] += end.clamp(now, start) - now;
            now = end.clamp(now, start);
            if end <= now {
                running.pop();
            }
        }
        now = start;
    };
    for event in events {
        let (start, end) = event.times();
        until(start, &mut running);
        running.push((end, event.name));
    }
    until(u64::MAX, &mut running);
}

/// From when to when is at least one of them running? They are in the order of their starts.
fn runs(times: impl Iterator<Item = (u64, u64)>) -> Vec<(u64, u64)> {
    let mut found: Vec<(u64, u64)> = Vec::new();
    for (start, end) in times {
        match found.last_mut().filter(|last| start <= last.1) {
            Some(last) => last.1 = last.1.max(end),
            None => found.push((start, end)),
        }
    }
    found
}

/// The runs of a thread, each with the sum of those before.
#[derive(Default)]
struct Clock(Vec<((u64, u64), u64)>);

impl Clock {
    fn new(events: &[Event]) -> Self {
        let mut sum = 0;
        let with_sum = |run: (u64, u64)| {
            sum += run.1 - run.0;
            (run, sum - (run.1 - run.0))
        };
        Self(runs(events.iter().map(|event| event.times())).into_iter().map(with_sum).collect())
    }

    /// How long has the thread been busy until then?
    fn at(&self, time: u64) -> u64 {
        let begun = self.0.partition_point(|((start, _), _)| *start <= time);
        self.0[..begun].last().map_or(0, |&((start, end), before)| before + end.min(time) - start)
    }
}

pub fn part2(trace: &Trace) -> u64 {
    let events = trace.sorted();
    let mut clocks: Vec<Clock> = (0..THREADS).map(|_| Clock::default()).collect();
    for events in events.chunk_by(|one, two| one.thread() == two.thread()) {
        clocks[events[0].thread()] = Clock::new(events);
    }
    // What arrives at a time comes before what leaves then.
    let mut steps: Vec<(u64, bool, usize)> = Vec::with_capacity(2 * trace.flows.len());
    for (number, flow) in trace.flows.iter().enumerate() {
        steps.extend([(flow.leaves, true, number), (flow.arrives, false, number)]);
    }
    steps.sort_unstable();
    let mut leads = [0; THREADS];
    let mut chains = vec![0; trace.flows.len()];
    for (time, leaves, number) in steps {
        let Flow { source, target, .. } = trace.flows[number];
        if leaves {
            chains[number] = leads[source] + clocks[source].at(time);
        } else {
            leads[target] = leads[target].max(chains[number].saturating_sub(clocks[target].at(time)));
        }
    }
    leads.iter().zip(&clocks).map(|(lead, clock)| lead + clock.at(u64::MAX)).max().unwrap_or(0)
}
