using System.Buffers;

namespace FsmKit;

/// <summary>A block of a <see cref="BlockPool"/>. Dispose ends its use by a pipe; a second Dispose in a row does nothing.</summary>
internal sealed class Block(int length) : IMemoryOwner<byte>
{
    private readonly byte[] _bytes = GC.AllocateUninitializedArray<byte>(length);
    private PipeMemory? _user;

    public int Length => length;

    public Memory<byte> Memory => _bytes;

    public Block For(PipeMemory user)
    {
        _user = user;
        return this;
    }

    public void Dispose() => Interlocked.Exchange(ref _user, null)?.Return(this);
}
