using FsmKit.Net;

namespace FsmKit.Testing;

/// <summary>End of a connection between two loops, without a link.</summary>
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
