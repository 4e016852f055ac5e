using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FsmKit.Net;

/// <summary>Array of the kernel's <c>struct epoll_event</c> (32 bits of flags, 64 bits of data) at a fixed address.</summary>
/// <remarks>On x64 and x86 the struct is packed: the data follows the flags at offset 4. Elsewhere the data is aligned to 8.</remarks>
internal sealed unsafe class EpollEntries
{
    private static readonly int DataOffset =
        RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.X86 ? sizeof(uint) : sizeof(ulong);

    private static readonly int Size = DataOffset + sizeof(ulong);

    // Pinned for its whole life; the field keeps the array alive while the pointer is in use.
    private readonly byte[] _memory;

    public EpollEntries(int capacity)
    {
        Capacity = capacity;
        _memory = GC.AllocateArray<byte>(capacity * Size, pinned: true);
        Pointer = (byte*)Unsafe.AsPointer(ref _memory[0]);
    }

    public int Capacity { get; }

    public byte* Pointer { get; }

    public void Set(int index, EpollFlags flags, ulong data)
    {
        var entry = Pointer + (index * Size);
        *(uint*)entry = (uint)flags;
        Unsafe.WriteUnaligned(entry + DataOffset, data);
    }

    public ulong Get(int index, out EpollFlags flags)
    {
        var entry = Pointer + (index * Size);
        flags = (EpollFlags)(*(uint*)entry);
        return Unsafe.ReadUnaligned<ulong>(entry + DataOffset);
    }
}
