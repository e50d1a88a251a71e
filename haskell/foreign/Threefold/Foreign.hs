{-# LANGUAGE ForeignFunctionInterface #-}

-- | The border to other languages: bytes go in, a C structure comes out.
module Threefold.Foreign () where

import qualified Aoc2021
import Control.Monad (zipWithM_)
import Data.Array (Array, listArray, (!))
import Data.ByteString.Builder (stringUtf8, toLazyByteString)
import qualified Data.ByteString.Lazy as L
import Data.ByteString.Unsafe (unsafePackCStringLen, unsafeUseAsCStringLen)
import Data.List (intercalate)
import Data.Word (Word64)
import Foreign.C (CInt (..), CSize (..), CString)
import Foreign.Marshal (copyBytes, mallocBytes)
import Foreign.Ptr (Ptr, ptrToWordPtr)
import Foreign.Storable (pokeElemOff)
import qualified Teaching
import Threefold.Contract
import Threefold.Run

-- | Every folder of puzzles: the one list that a new year is added to.
puzzles :: [(String, Solution)]
puzzles =
  mconcat
    [ Aoc2021.puzzles,
      Teaching.puzzles
    ]

solutions :: Array Int Solution
solutions = listArray (0, length puzzles - 1) (map snd puzzles)

-- | The structure's fields, each of eight bytes: status, number (a line or a part), three
-- times, then address and length of each of two texts (address 0: none), which
-- @threefold_free@ in threefold.c frees.
type Result = Ptr Word64

write :: Result -> Outcome -> IO ()
write result = \case
  Solved a b (parseNs, part1Ns, part2Ns) -> do
    fields [0, 0, parseNs, part1Ns, part2Ns]
    text 5 (Just a)
    text 7 b
  Invalid (InvalidInput number why) -> failure 1 (fromIntegral number) why
  Without number (NoAnswer why) -> failure 2 number why
  Failed why -> failure 3 0 why
  where
    fields = zipWithM_ (pokeElemOff result) [0 ..]
    failure status number why = do
      fields [status, number, 0, 0, 0]
      text 5 (Just (L.toStrict (toLazyByteString (stringUtf8 why))))
      text 7 Nothing
    text at = \case
      Nothing -> pokeElemOff result at 0 *> pokeElemOff result (at + 1) 0
      Just bytes -> unsafeUseAsCStringLen bytes $ \(from, size) -> do
        to <- mallocBytes (max 1 size)
        copyBytes to from size
        pokeElemOff result at (fromIntegral (ptrToWordPtr to))
        pokeElemOff result (at + 1) (fromIntegral size)

foreign export ccall threefold_solve :: CInt -> CString -> CSize -> Result -> IO ()

-- | Solves a text of the puzzle with that index in 'threefold_names'.
threefold_solve :: CInt -> CString -> CSize -> Result -> IO ()
threefold_solve index address size result = do
  text <- unsafePackCStringLen (address, fromIntegral size)
  run (solutions ! fromIntegral index) text >>= write result

foreign export ccall threefold_names :: Result -> IO ()

-- | The names of all puzzles, one a line, as the first text of a result.
threefold_names :: Result -> IO ()
threefold_names result =
  write result (Failed (intercalate "\n" (map fst puzzles)))
