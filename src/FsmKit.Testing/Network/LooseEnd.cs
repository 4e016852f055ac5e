using FsmKit.Net;

namespace FsmKit.Testing;

/// <summary>An end between two loops: no link is on it.</summary>
internal sealed class LooseEnd(MemoryNetwork network, MemoryEnd end) : IDisposable
{
    public MemoryNetwork Network => network;

    public MemoryEnd End => end;

    public void Dispose()
    {
        lock (network.Gate)
        {
            end.Close(abortive: true);
        }
    }
}
