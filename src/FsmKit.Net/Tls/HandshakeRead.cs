using System.Threading.Tasks.Sources;

namespace FsmKit.Net;

/// <summary>
/// Pending read of a handshake. The caller of <see cref="Complete"/> or <see cref="Fail"/> continues the handshake on its own stack.
/// </summary>
internal sealed class HandshakeRead : IValueTaskSource<int>
{
    private ManualResetValueTaskSourceCore<int> _core;
    private volatile bool _isWaiting;

    public bool IsWaiting => _isWaiting;

    public Memory<byte> Buffer { get; private set; }

    public ValueTask<int> Wait(Memory<byte> buffer)
    {
        _core.Reset();
        Buffer = buffer;
        var task = new ValueTask<int>(this, _core.Version);
        _isWaiting = true;
        return task;
    }

    public void Complete(int count)
    {
        _isWaiting = false;
        _core.SetResult(count);
    }

    public void Fail(Exception exception)
    {
        _isWaiting = false;
        _core.SetException(exception);
    }

    int IValueTaskSource<int>.GetResult(short token) => _core.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<int>.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource<int>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);
}
