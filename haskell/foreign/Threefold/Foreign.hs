{-# LANGUAGE ForeignFunctionInterface #-}

-- | The border to other languages: bytes go in, a C structure comes out.
module Threefold.Foreign () where

import qualified Aoc2021
import qualified Aoc2025
import Data.Array (Array, listArray, (!))
import qualified Data.ByteString as B
import Data.ByteString.Builder (stringUtf8, toLazyByteString)
import qualified Data.ByteString.Lazy as L
import Data.ByteString.Unsafe (unsafePackCStringLen, unsafeUseAsCStringLen)
import Data.List (intercalate)
import Data.Word (Word64)
import Foreign.C (CInt (..), CSize (..), CString)
import Foreign.Marshal (copyBytes, mallocBytes)
import Foreign.Ptr (Ptr, nullPtr, plusPtr, ptrToWordPtr)
import Foreign.Storable (pokeElemOff)
import qualified Teaching
import Threefold.Contract
import Threefold.Run

-- | Every folder of puzzles: the one list that a new year is added to.
puzzles :: [(String, Solution)]
puzzles =
  mconcat
    [ Aoc2021.puzzles,
      Aoc2025.puzzles,
      Teaching.puzzles
    ]

solutions :: Array Int Solution
solutions = listArray (0, length puzzles - 1) (map snd puzzles)

-- | Eight fields of eight bytes: status, number (a line or a part), three times, the sizes of two
-- texts ('none' where there is no second), and where they are, the one behind the other: in the
-- 128 bytes of room that follow (0), or, if they are longer, at an address that is to be freed.
type Result = Ptr Word64

room :: Int
room = 128

none :: Word64
none = maxBound

write :: Result -> Outcome -> IO ()
write result = \case
  Solved a b (parseNs, part1Ns, part2Ns) -> fields 0 0 parseNs part1Ns part2Ns *> texts a b
  Invalid (InvalidInput number why) -> failure 1 (fromIntegral number) why
  Without number (NoAnswer why) -> failure 2 number why
  Failed why -> failure 3 0 why
  where
    fields status number parseNs part1Ns part2Ns = do
      pokeElemOff result 0 status
      pokeElemOff result 1 number
      pokeElemOff result 2 parseNs
      pokeElemOff result 3 part1Ns
      pokeElemOff result 4 part2Ns
    failure status number why = do
      fields status number 0 0 0
      texts (L.toStrict (toLazyByteString (stringUtf8 why))) Nothing
    texts a b = do
      let size = B.length a + maybe 0 B.length b
      address <- if size <= room then pure nullPtr else mallocBytes size
      let start = if size <= room then result `plusPtr` 64 else address
      pokeElemOff result 5 (fromIntegral (B.length a))
      pokeElemOff result 6 (maybe none (fromIntegral . B.length) b)
      pokeElemOff result 7 (fromIntegral (ptrToWordPtr address))
      copy start a
      mapM_ (copy (start `plusPtr` B.length a)) b
    -- unsafe: they are read, and kept by no one
    copy to bytes = unsafeUseAsCStringLen bytes (uncurry (copyBytes to))

foreign export ccall threefold_solve :: CInt -> CString -> CSize -> Result -> IO ()

-- | Solves a text of the puzzle with that index in 'threefold_names'.
threefold_solve :: CInt -> CString -> CSize -> Result -> IO ()
threefold_solve index address size result = do
  -- unsafe: Python keeps the text until the call is over, and nothing of it is left then
  text <- unsafePackCStringLen (address, fromIntegral size)
  run (solutions ! fromIntegral index) text >>= write result

foreign export ccall threefold_names :: Result -> IO ()

-- | The names of all puzzles, one a line, as the first text of a result.
threefold_names :: Result -> IO ()
threefold_names result =
  write result (Failed (intercalate "\n" (map fst puzzles)))
