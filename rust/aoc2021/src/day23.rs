//! Amphipod: what is decided needs no search, and states from which there is no way home are not entered.
//!
//! An amphipod moves twice: out of its room to a spot in the hallway, and home. Who can go home goes at once, for that is
//! in nobody's way. So only leaving is a choice, and a state is told by who stands on the seven spots and how many are
//! still to leave each room. Most of the energy is beyond choice too: out of one's room, across, and in. What
//! a choice costs is the way beyond that, and it is often nothing. So the search orders states by detours alone, and with
//! the rest paid at once it is A* with the obvious bound.
//!
//! With rooms of four, all but a few hundred of the states that can be reached are lost: they have no way home, and a
//! search goes through most of them before it knows. Therefore a question is asked of each state, in which everything is made
//! easier than it is: suppose that strangers vanish as soon as all of their room could leave it. They can where each
//! has a spot between the nearest amphipods that stand left and right of the door, or an open home in the same stretch. Then their
//! room is open too, more can go home, more rooms can be left, and so on. If even so somebody is left over, the state is
//! lost. That leaves an eighth of the states.
//!
//! Why it is fast: the hallway is three planes of seven bits, one for who is there at all and two for the kinds, and
//! tables of 128 entries, made by the compiler, say what it means for each room: spots that can be reached, the nearest
//! amphipods, and the doors in the same stretch. Rooms share a word, a byte each. The queue is a radix heap, for sums never
//! fall.
//!
//! Tried and dropped: the question without “in the same stretch” (half as long again, by many more states); a larger
//! question, in which strangers don't vanish before their home is open and rooms are opened in any order (a third
//! fewer states, each several times as dear); all four rooms asked at once without branches (a tenth longer).

use contract::{InvalidInput, NoAnswer};

/// The kinds in each room, from the door on. A kind is the number of its home.
pub struct Burrow([[u8; 2]; 4]);

const ENERGY: [u32; 4] = [1, 10, 100, 1000];

/// Where in the hallway one may stop. Room n has its door between spots n + 1 and n + 2.
const SPOTS: [u32; 7] = [0, 1, 3, 5, 7, 9, 10];
const DOORS: [u32; 4] = [2, 4, 6, 8];

pub fn part1(burrow: &Burrow) -> Result<u32, NoAnswer> {
    least_energy(&burrow.0)
}

pub fn part2(burrow: &Burrow) -> Result<u32, NoAnswer> {
    let hidden = [[3, 3], [2, 1], [1, 0], [0, 2]];
    let mut rooms = [[0; 4]; 4];
    for (room, (&[upper, lower], [second, third])) in rooms.iter_mut().zip(burrow.0.iter().zip(hidden)) {
        *room = [upper, second, third, lower];
    }
    least_energy(&rooms)
}

/// What a hallway means for each room, by which spots are occupied.
struct Hallway {
    /// The spots that can be reached from the door.
    free: [[u8; 4]; 128],
    /// How many these are, a byte for each room.
    space: [u32; 128],
    /// The occupied spots next to them.
    near: [[u8; 4]; 128],
    /// The doors that can be reached, all ones in the byte of each.
    doors: [[u32; 4]; 128],
}

static HALLWAYS: Hallway = {
    let mut all = Hallway { free: [[0; 4]; 128], space: [0; 128], near: [[0; 4]; 128], doors: [[0; 4]; 128] };
    let mut occupied = 0;
    while occupied < 128 {
        let mut room = 0;
        while room < 4 {
            let mut start = room + 2;
            while start > 0 && occupied >> (start - 1) & 1 == 0 {
                start -= 1;
            }
            let mut end = room + 2;
            while end < 7 && occupied >> end & 1 == 0 {
                end += 1;
            }
            all.free[occupied][room] = ((1 << end) - (1 << start)) as u8;
            all.space[occupied] |= ((end - start) as u32) << (8 * room);
            let around = 1 << end | (1 << start) >> 1;
            all.near[occupied][room] = (around & occupied) as u8;
            let mut other = 0;
            while other < 4 {
                if start <= other + 2 && other + 2 <= end {
                    all.doors[occupied][room] |= 0xff << (8 * other);
                }
                other += 1;
            }
            room += 1;
        }
        occupied += 1;
    }
    all
};

#[derive(Clone, Copy)]
struct State {
    /// How many are to leave each room, a byte each.
    strangers: u32,
    /// By spot: is anybody there, and the two bits of the kind.
    occupied: usize,
    low: usize,
    high: usize,
}

impl State {
    /// Nobody is left to leave a room, and nobody is in the hallway.
    const HOME: u64 = 0;

    fn pack(self) -> u64 {
        u64::from(self.strangers) << 24 | (self.occupied | self.low << 8 | self.high << 16) as u64
    }

    fn unpack(word: u64) -> Self {
        let plane = |at| (word >> at) as usize & 127;
        Self { strangers: (word >> 24) as u32, occupied: plane(0), low: plane(8), high: plane(16) }
    }

    /// How many are to leave the room?
    #[inline]
    fn strangers(&self, room: usize) -> usize {
        (self.strangers >> (8 * room) & 0xff) as usize
    }

    /// All ones in the byte of each room that nobody is to leave.
    #[inline]
    fn open(&self) -> u32 {
        (!(self.strangers + 0x7f7f_7f7f) & 0x8080_8080) / 0x80 * 0xff
    }

    /// The spots where that kind is.
    #[inline]
    fn kind(&self, kind: usize) -> usize {
        let unlike = |plane: usize, bit: usize| plane ^ (bit & 1).wrapping_neg();
        self.occupied & !unlike(self.low, kind) & !unlike(self.high, kind >> 1)
    }

    /// The same after one has left that room for a spot.
    #[inline]
    fn after(&self, room: usize, kind: usize, spot: usize) -> Self {
        let mut next = Self {
            strangers: self.strangers - (1 << (8 * room)),
            occupied: self.occupied | 1 << spot,
            low: self.low | (kind & 1) << spot,
            high: self.high | (kind >> 1) << spot,
        };
        next.go_home();
        next
    }

    /// All go home who can.
    #[inline]
    fn go_home(&mut self) {
        let open = self.open();
        if open == 0 {
            return;
        }
        loop {
            let mut home = 0;
            for room in 0..4 {
                if open >> (8 * room) & 1 != 0 {
                    home |= usize::from(HALLWAYS.near[self.occupied][room]) & self.kind(room);
                }
            }
            if home == 0 {
                return;
            }
            self.occupied ^= home;
            self.low &= !home;
            self.high &= !home;
        }
    }
}

struct Search {
    /// By room and by how many are to leave it: the kind of the first.
    first: [[u8; 5]; 4],
    /// How many they are of each kind, a byte each.
    kinds: [[u32; 5]; 4],
    /// By room, kind and spot: what it costs to leave for there, beyond what can't be avoided.
    detours: [[[u32; 7]; 4]; 4],
}

/// What is the least energy that brings everyone home?
fn least_energy<const DEPTH: usize>(rooms: &[[u8; DEPTH]; 4]) -> Result<u32, NoAnswer> {
    let mut search = Search { first: [[0; 5]; 4], kinds: [[0; 5]; 4], detours: [[[0; 7]; 4]; 4] };
    let mut unavoidable = 0;
    let mut strangers = 0;
    for room in 0..4 {
        let across = |kind: usize| DOORS[room].abs_diff(DOORS[kind]).max(2);
        let number = rooms[room].iter().rposition(|&kind| usize::from(kind) != room).map_or(0, |at| at + 1);
        strangers |= (number as u32) << (8 * room);
        for left in 1..=number {
            let kind = usize::from(rooms[room][number - left]);
            let depth = (number - left + 1) as u32;
            search.first[room][left] = kind as u8;
            search.kinds[room][left] = search.kinds[room][left - 1] + (1 << (8 * kind));
            unavoidable += ENERGY[kind] * (depth + across(kind)) + ENERGY[room] * depth;
        }
        for (kind, detours) in search.detours[room].iter_mut().enumerate() {
            for (spot, detour) in SPOTS.iter().zip(detours) {
                let way = spot.abs_diff(DOORS[room]) + spot.abs_diff(DOORS[kind]);
                *detour = ENERGY[kind] * (way - across(kind));
            }
        }
    }
    match search.least(strangers) {
        Some(detours) => Ok(unavoidable + detours),
        None => Err(NoAnswer("the amphipods block each other for ever".into())),
    }
}

impl Search {
    /// What do detours cost at least?
    fn least(&self, strangers: u32) -> Option<u32> {
        let start = State { strangers, occupied: 0, low: 0, high: 0 }.pack();
        let mut best = Table::new();
        let mut queue = Queue::new();
        *best.slot(start) = 0;
        queue.push(0, start);
        while let Some((energy, packed)) = queue.pop() {
            if packed == State::HOME {
                return Some(energy);
            }
            if *best.slot(packed) < energy {
                continue;
            }
            let state = State::unpack(packed);
            for room in 0..4 {
                let left = state.strangers(room);
                if left == 0 {
                    continue;
                }
                let kind = usize::from(self.first[room][left]);
                let mut free = HALLWAYS.free[state.occupied][room];
                while free != 0 {
                    let spot = free.trailing_zeros() as usize;
                    free &= free - 1;
                    let next = state.after(room, kind, spot);
                    if self.is_lost(&next) {
                        continue;
                    }
                    let energy = energy + self.detours[room][kind][spot];
                    let packed = next.pack();
                    let known = best.slot(packed);
                    if energy < *known {
                        *known = energy;
                        queue.push(energy, packed);
                    }
                }
            }
        }
        None
    }

    /// Is there no way home, even if strangers vanish when all of their room have left it?
    #[inline]
    fn is_lost(&self, state: &State) -> bool {
        let mut occupied = state.occupied;
        let kinds = [0, 1, 2, 3].map(|kind| state.kind(kind));
        let strangers = [0, 1, 2, 3].map(|room| self.kinds[room][state.strangers(room)]);
        let mut open = state.open();
        loop {
            let mut news = false;
            for room in 0..4 {
                if open >> (8 * room) & 1 != 0 {
                    let home = usize::from(HALLWAYS.near[occupied][room]) & kinds[room];
                    occupied ^= home;
                    news |= home != 0;
                } else {
                    let stay = strangers[room] & !(open & HALLWAYS.doors[occupied][room]);
                    // The product's highest byte is the sum of all four.
                    if stay.wrapping_mul(0x0101_0101) >> 24 <= HALLWAYS.space[occupied] >> (8 * room) & 0xff {
                        open |= 0xff << (8 * room);
                        news = true;
                    }
                }
            }
            if !news {
                return occupied != 0 || open != u32::MAX;
            }
        }
    }
}

/// A radix heap. What is pushed is not below what was last popped.
struct Queue {
    last: u32,
    /// By the highest bit in which the energy differs from the last.
    buckets: [Vec<(u32, u64)>; 33],
}

impl Queue {
    fn new() -> Self {
        Self { last: 0, buckets: [const { Vec::new() }; 33] }
    }

    #[inline]
    fn push(&mut self, energy: u32, state: u64) {
        let bucket = u32::BITS - (energy ^ self.last).leading_zeros();
        self.buckets[bucket as usize].push((energy, state));
    }

    /// One of the states with the least energy.
    #[inline]
    fn pop(&mut self) -> Option<(u32, u64)> {
        if self.buckets[0].is_empty() {
            let lowest = self.buckets.iter_mut().find(|bucket| !bucket.is_empty())?;
            let states = std::mem::take(lowest);
            self.last = states.iter().map(|&(energy, _)| energy).min()?;
            for (energy, state) in states {
                self.push(energy, state);
            }
        }
        self.buckets[0].pop()
    }
}

/// What each state costs at least, as far as is known: open addressing, half full at most.
struct Table {
    used: usize,
    slots: Vec<(u64, u32)>,
}

impl Table {
    const NOTHING: (u64, u32) = (u64::MAX, u32::MAX);

    fn new() -> Self {
        Self { used: 0, slots: vec![Self::NOTHING; 2048] }
    }

    #[inline]
    fn slot(&mut self, state: u64) -> &mut u32 {
        let mut at = self.place(state);
        if self.slots[at].0 != state {
            if 2 * self.used >= self.slots.len() {
                self.grow();
                at = self.place(state);
            }
            self.used += 1;
            self.slots[at].0 = state;
        }
        &mut self.slots[at].1
    }

    /// Where a state is, or would be.
    #[inline]
    fn place(&self, state: u64) -> usize {
        let last = self.slots.len() - 1;
        let mut at = (state.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize & last;
        while self.slots[at].0 != state && self.slots[at].0 != u64::MAX {
            at = (at + 1) & last;
        }
        at
    }

    #[cold]
    fn grow(&mut self) {
        let larger = vec![Self::NOTHING; 4 * self.slots.len()];
        for (state, energy) in std::mem::replace(&mut self.slots, larger) {
            if state != u64::MAX {
                let at = self.place(state);
                self.slots[at] = (state, energy);
            }
        }
    }
}

/// The burrow as it is always drawn.
const FORM: [&[u8]; 5] =
    [b"#############", b"#...........#", b"###?#?#?#?###", b"  #?#?#?#?#", b"  #########"];

/// The rows that are hidden until part 2.
const UNFOLDED: [&[u8]; 2] = [b"  #D#C#B#A#", b"  #D#B#A#C#"];

pub fn parse(text: &str) -> Result<Burrow, InvalidInput> {
    let mut rooms = [[0; 2]; 4];
    let mut counts = [0; 4];
    let mut row = 0;
    let mut lines = 0;
    let mut rest = text.split('\n').map(str::as_bytes);
    for (at, form) in FORM.iter().enumerate() {
        let Some(mut line) = rest.next() else {
            return Err(InvalidInput::new(lines, "expected five lines"));
        };
        lines += 1;
        if at == 3 && line == UNFOLDED[0] && rest.clone().next() == Some(UNFOLDED[1]) {
            let Some(after) = rest.nth(1) else {
                return Err(InvalidInput::new(lines + 1, "expected five lines"));
            };
            line = after;
            lines += 2;
        }
        let fits = |(&byte, &form)| if form == b'?' { (b'A'..=b'D').contains(&byte) } else { byte == form };
        if line.len() != form.len() || !line.iter().zip(*form).all(fits) {
            let message = "expected the burrow as it is always drawn, with A, B, C or D in each place";
            return Err(InvalidInput::new(lines, message));
        }
        if form.contains(&b'?') {
            for (room, &letter) in rooms.iter_mut().zip(line[3..].iter().step_by(2)) {
                room[row] = letter - b'A';
                counts[usize::from(room[row])] += 1;
            }
            row += 1;
            if counts.iter().any(|&count| count > 2) {
                return Err(InvalidInput::new(lines, "expected two amphipods of each kind"));
            }
        }
    }
    if rest.next().is_some() {
        return Err(InvalidInput::new(lines + 1, "expected five lines"));
    }
    Ok(Burrow(rooms))
}
