namespace FsmKit.Testing;

/// <summary>A process of a world that can end at any moment and be started again: it has a loop while it runs, and a disk that outlives it. Made by <see cref="World.Node"/>.</summary>
public sealed class WorldNode
{
    private readonly World _world;
    private readonly Action<WorldNode> _start;
    private readonly TimeSpan _clockOffset;

    internal WorldNode(World world, string name, Action<WorldNode> start, DiskFaults disk, TimeSpan clockOffset)
    {
        (_world, Name, _start, _clockOffset) = (world, name, start, clockOffset);
        Disk = new Disk(world, disk);
        Start();
    }

    /// <summary>The name of the process, which each of its loops has.</summary>
    public string Name { get; }

    /// <summary>What outlives the process.</summary>
    public Disk Disk { get; }

    /// <summary>The loop of the process; null while it does not run.</summary>
    public GAplic? Loop { get; private set; }

    /// <summary>How often the process was started.</summary>
    public int Starts { get; private set; }

    /// <summary>
    /// Ends the process at once: its gobjs are gone, what was posted to them is lost, its connections are closed, and what it did not flush may be lost. Nothing happens when it does not
    /// run. Called from another loop, from a timer of the clock, or from the set-up.
    /// </summary>
    public void Kill()
    {
        if (Loop is { } loop)
        {
            _world.Kill(loop);
            Loop = null;
            Disk.Crash();
        }
    }

    /// <summary>Starts the process again with a new loop, which makes its gobjs in its first step. Nothing happens when it runs.</summary>
    public void Start()
    {
        if (Loop is null)
        {
            Starts++;
            _world.NoteStart(this);
            Loop = _world.Loop(Name, _ => _start(this), _clockOffset);
        }
    }

    /// <summary>Lets the schedule choose whether the process is killed once in some time, and when; it is started again after a while.</summary>
    /// <param name="within">One of eight moments up to that time is chosen, and at it any step of the schedule.</param>
    /// <param name="downFor">How long the process does not run.</param>
    public void MayCrash(TimeSpan within, TimeSpan downFor)
    {
        if (_world.Choose())
        {
            _world.After(_world.Choose(TimeSpan.Zero, within), () => _world.Loop($"crash of {Name}", _ =>
            {
                Kill();
                _world.After(downFor, Start);
            }));
        }
    }
}
