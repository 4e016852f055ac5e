using FsmKit.Net;

namespace FsmKit.Testing;

/// <summary>End of a connection between two loops, without a link. It keeps its descriptor.</summary>
internal sealed class LooseEnd(MemoryNetwork network, MemoryEnd end, DescriptorTable descriptors) : IDisposable
{
    private bool _isOver;

    public MemoryNetwork Network => network;

    public MemoryEnd End => end;

    public DescriptorTable Descriptors => descriptors;

    /// <summary>Gives the descriptor back, because a link takes the end over or the end is closed.</summary>
    public void LetGo()
    {
        if (!_isOver)
        {
            _isOver = true;
            descriptors.Count(-1);
        }
    }

    public void Dispose()
    {
        lock (network.Gate)
        {
            LetGo();
            end.Close(abortive: true);
        }
    }
}
