//! What searches are made of: a queue by cost, quick maps, and states that come again.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hash, Hasher};
use std::mem;

/// A [radix heap](https://en.wikipedia.org/wiki/Radix_heap): a queue for costs that are never below the last that was
/// taken, as in Dijkstra's algorithm.
pub struct Queue<T> {
    last: u32,
    /// By the highest bit in which a cost differs from the last.
    buckets: [Vec<(u32, T)>; 33],
}

impl<T> Default for Queue<T> {
    fn default() -> Self {
        Self { last: 0, buckets: [const { Vec::new() }; 33] }
    }
}

impl<T> Queue<T> {
    #[inline]
    pub fn push(&mut self, cost: u32, item: T) {
        debug_assert!(cost >= self.last);
        let bucket = u32::BITS - (cost ^ self.last).leading_zeros();
        self.buckets[bucket as usize].push((cost, item));
    }

    /// One of the items with the least cost.
    #[inline]
    pub fn pop(&mut self) -> Option<(u32, T)> {
        if self.buckets[0].is_empty() {
            let lowest = self.buckets.iter().position(|bucket| !bucket.is_empty())?;
            let mut items = mem::take(&mut self.buckets[lowest]);
            self.last = items.iter().map(|&(cost, _)| cost).min()?;
            for (cost, item) in items.drain(..) {
                self.push(cost, item);
            }
            self.buckets[lowest] = items; // its room is kept
        }
        self.buckets[0].pop()
    }
}

/// A map whose hash is a multiplication a word: much quicker than the standard one, which withstands chosen keys.
pub type QuickMap<K, V> = HashMap<K, V, BuildHasherDefault<Quick>>;
pub type QuickSet<K> = HashSet<K, BuildHasherDefault<Quick>>;

/// [Fibonacci hashing](https://en.wikipedia.org/wiki/Hash_function#Fibonacci_hashing), word after word.
#[derive(Clone, Copy, Default)]
pub struct Quick(u64);

impl Hasher for Quick {
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.write_u64(u64::from_le_bytes(word));
        }
    }

    #[inline]
    fn write_u8(&mut self, word: u8) {
        self.write_u64(word.into());
    }

    #[inline]
    fn write_u16(&mut self, word: u16) {
        self.write_u64(word.into());
    }

    #[inline]
    fn write_u32(&mut self, word: u32) {
        self.write_u64(word.into());
    }

    #[inline]
    fn write_u64(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    #[inline]
    fn write_usize(&mut self, word: usize) {
        self.write_u64(word as u64);
    }

    /// The map takes its places from the low bits, and a multiplication leaves its best in the high ones.
    #[inline]
    fn finish(&self) -> u64 {
        self.0.rotate_left(26)
    }
}

/// The state after so many steps, of a walk that comes back to where it was: the steps of whole rounds are left out.
pub fn repeated<S: Clone + Eq + Hash>(start: S, steps: u64, mut step: impl FnMut(&S) -> S) -> S {
    let mut seen = HashMap::new();
    let mut state = start;
    for done in 0..steps {
        if let Some(first) = seen.insert(state.clone(), done) {
            for _ in 0..(steps - done) % (done - first) {
                state = step(&state);
            }
            return state;
        }
        state = step(&state);
    }
    state
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_queue_gives_the_cheapest_first() {
        let mut queue = Queue::default();
        assert_eq!(queue.pop(), None::<(u32, u32)>);
        let mut random = 1u32;
        let mut last = 0;
        queue.push(0, 0);
        for _ in 0..10_000 {
            let (cost, item) = queue.pop().unwrap();
            assert_eq!(cost, item);
            assert!(cost >= last);
            last = cost;
            for _ in 0..2 {
                random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let next = cost + (random >> 24);
                queue.push(next, next);
            }
        }
        let rest = std::iter::from_fn(|| queue.pop()).collect::<Vec<_>>();
        assert_eq!(rest.len(), 10_001);
        assert!(rest.is_sorted());
        queue.push(u32::MAX, 7);
        assert_eq!(queue.pop(), Some((u32::MAX, 7)));
    }

    #[test]
    fn a_quick_map_is_a_map() {
        let mut map = QuickMap::default();
        for key in 0..1000u64 {
            assert_eq!(map.insert((key << 40, "word"), key), None);
        }
        assert!((0..1000u64).all(|key| map.get(&(key << 40, "word")) == Some(&key)));
        assert_eq!(map.get(&(1, "word")), None);
        let set: QuickSet<[u8; 3]> = [[1, 2, 3], [3, 2, 1], [1, 2, 3]].into_iter().collect();
        assert_eq!(set.len(), 2);
    }

    #[test]
    fn rounds_are_left_out() {
        // 0, 1, 2, 3, 4, 2, 3, 4, …
        let step = |&at: &u64| if at == 4 { 2 } else { at + 1 };
        for (steps, at) in [(0, 0), (1, 1), (4, 4), (5, 2), (6, 3), (1_000_000_000_000, 4)] {
            assert_eq!(repeated(0, steps, step), at, "{steps}");
        }
    }
}
