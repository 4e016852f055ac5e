namespace FsmKit.Testing;

/// <summary>
/// Simulated process of a <see cref="World"/> that can crash at any time and restart. It has a loop while it runs, and a disk that outlives
/// it. Created by <see cref="World.Node"/>.
/// </summary>
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

    /// <summary>The name of the process and of each of its loops.</summary>
    public string Name { get; }

    /// <summary>The disk, which outlives the process.</summary>
    public Disk Disk { get; }

    /// <summary>The number of open sockets of the process and its limit, which stays the same after a restart. Default: no limit.</summary>
    public DescriptorTable Descriptors { get; } = new();

    /// <summary>The loop of the process; null while it does not run.</summary>
    public GAplic? Loop { get; private set; }

    /// <summary>Number of starts, the first one included.</summary>
    public int Starts { get; private set; }

    /// <summary>
    /// Crashes the process: its gobjs are destroyed, events posted to them are lost, its connections are closed, and writes that were not
    /// flushed may be lost. Does nothing when the process does not run. Call it from another loop, from <see cref="World.After"/> or while
    /// the <see cref="World"/> is created.
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

    /// <summary>Starts the process with a new loop, whose first step creates the gobjs. Does nothing when the process runs.</summary>
    public void Start()
    {
        if (Loop is null)
        {
            Starts++;
            _world.NoteStart(this);
            Loop = _world.Loop(Name, _ => _start(this), _clockOffset);
            _world.Share(Descriptors, Loop);
        }
    }

    /// <summary>Lets the simulation choose whether the process crashes once, and when. The process restarts afterwards.</summary>
    /// <param name="within">
    /// The latest time of the crash, in simulated time from now on. The simulation chooses one of eight times from zero up to it, and any
    /// step at that time.
    /// </param>
    /// <param name="downFor">The simulated time until the restart.</param>
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
