//! Room for the vectors of a product.

use memmap2::MmapMut;

use super::complex::Complex;

/// From here on memory is new at each allocation, and touching its pages costs as much as a pass over them.
const LARGE: usize = 32 << 20;

/// Vectors: if few, one after another; if many, 0 at first, in huge pages where there are such: those are 512 times fewer.
pub enum Vectors {
    Allocated(Vec<Complex>),
    Mapped(MmapMut),
}

impl Vectors {
    pub fn with_capacity(count: usize) -> Self {
        let bytes = count * size_of::<Complex>();
        let map = if bytes < LARGE { None } else { MmapMut::map_anon(bytes).ok() };
        #[cfg(target_os = "linux")]
        let _ = map.as_ref().map(|map| map.advise(memmap2::Advice::HugePage)); // if refused, it is only slower
        map.map_or_else(|| Self::Allocated(Vec::with_capacity(count)), Self::Mapped)
    }

    pub fn is_mapped(&self) -> bool {
        matches!(self, Self::Mapped(_))
    }

    /// Puts vectors at a place: after the last, if they are not mapped.
    pub fn put(&mut self, at: usize, vectors: &[Complex]) {
        if let Self::Allocated(all) = self {
            return all.extend_from_slice(vectors);
        }
        self.all()[at..][..vectors.len()].copy_from_slice(vectors);
    }

    pub fn all(&mut self) -> &mut [Complex] {
        match self {
            Self::Allocated(all) => all,
            Self::Mapped(map) => bytemuck::cast_slice_mut(map),
        }
    }
}
