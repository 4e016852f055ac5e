namespace FsmKit.Simulations.Reconnecting;

/// <summary>Kills the server, and starts another one, some times.</summary>
[GClass]
[Input<EvNext>]
public sealed partial class Operator : GObj
{
    private GAplic? _server;
    private int _left;

    /// <summary>The world that it works in.</summary>
    public World World { get; set; } = null!;

    /// <summary>Makes the gobjs of a server.</summary>
    public Action<GAplic> Start { get; set; } = null!;

    /// <summary>The loop of the server that runs.</summary>
    public GAplic? Server => _server;

    private enum State
    {
        [On<EvNext>(nameof(AcNext))]
        Working,
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        _left = World.Choose(3);
        if (World.Choose())
        {
            AcNext();
        }
        else
        {
            WaitForNext();
        }
    }

    private void AcNext()
    {
        if (_server is null)
        {
            _server = World.Loop("server", Start);
        }
        else
        {
            World.Kill(_server);
            _server = null;
            _left--;
        }

        if (_server is null || _left > 0)
        {
            WaitForNext();
        }
    }

    private void WaitForNext() => StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 30, 700)), new EvNext());
}
