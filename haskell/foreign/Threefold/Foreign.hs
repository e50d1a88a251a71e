{-# LANGUAGE ForeignFunctionInterface #-}

-- | The border to other languages: bytes go in, a C structure comes out. Puzzles come from the
-- folders' libraries, which are loaded beside this one when they are needed.
module Threefold.Foreign () where

import qualified Data.ByteString as B
import Data.ByteString.Builder (stringUtf8, toLazyByteString)
import qualified Data.ByteString.Lazy as L
import Data.ByteString.Unsafe (unsafePackCStringLen, unsafeUseAsCStringLen)
import Data.Word (Word64)
import Foreign.C (CSize (..), CString, peekCString)
import Foreign.Marshal (copyBytes, mallocBytes)
import Foreign.Ptr (Ptr, nullPtr, plusPtr, ptrToWordPtr)
import Foreign.StablePtr (StablePtr, castPtrToStablePtr, deRefStablePtr, newStablePtr)
import Foreign.Storable (pokeElemOff)
import Threefold.Contract
import Threefold.Run

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

foreign export ccall threefold_find :: Loaded -> CString -> IO (StablePtr Solution)

-- | The solution of the puzzle of that name, in a folder that is loaded; null if there is none.
threefold_find :: Loaded -> CString -> IO (StablePtr Solution)
threefold_find loaded name = do
  puzzles <- deRefStablePtr loaded
  found <- (`lookup` puzzles) <$> peekCString name
  maybe (pure (castPtrToStablePtr nullPtr)) newStablePtr found

foreign export ccall threefold_solve :: StablePtr Solution -> CString -> CSize -> Result -> IO ()

-- | Solves a text.
threefold_solve :: StablePtr Solution -> CString -> CSize -> Result -> IO ()
threefold_solve solution address size result = do
  -- unsafe: Python keeps the text until the call is over, and nothing of it is left then
  text <- unsafePackCStringLen (address, fromIntegral size)
  found <- deRefStablePtr solution
  run found text >>= write result
