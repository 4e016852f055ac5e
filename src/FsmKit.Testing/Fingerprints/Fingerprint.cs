namespace FsmKit.Testing.Fingerprints;

/// <summary>
/// Computes a digest of a graph of objects from the values of their fields and their references to each other. Two graphs of the same shape
/// with equal values have equal digests, whichever objects they consist of. A field that differs without an effect, such as the offset of a
/// ring, makes equal states look different. More states are then visited, and none is left out.
/// </summary>
/// <param name="isPlain">True to read fields by reflection, as on platforms that cannot create code at run time.</param>
internal sealed class Fingerprint(bool isPlain = false) : PostVisitor
{
    private readonly ObjectTable _seen = new();
    private readonly List<(LoopTimer Timer, int Number)> _timers = [];
    private readonly TypeMap<Reader> _readers = new(isPlain ? Readers.PlainOf : Readers.Of);

    public ulong Digest { get; private set; }

    public void Begin()
    {
        _seen.Clear();
        _timers.Clear();
        Digest = 0;
    }

    public void Add(ulong value)
    {
        var mixed = (Digest ^ value) * 0x9E3779B97F4A7C15;
        Digest = (mixed ^ (mixed >> 32)) * 0xD6E8FEB86659FD93;
    }

    /// <summary>Adds a gobj and all gobjs below: their names, states, timers and fields.</summary>
    public void AddTree(GObj gobj)
    {
        AddObject(gobj);
        Add((ulong)(gobj.LeafState + 1));
        Add(gobj.IsDestroyed ? 1UL : 0UL);
        if (gobj.Name.Length > 0)
        {
            AddText(gobj.Name);
        }

        if (gobj.HasExtras)
        {
            AddObject(gobj.OwnedEventFilter);
        }

        for (var timer = gobj.FirstTimer; timer is not null; timer = timer.NextOfOwner)
        {
            AddObject(timer);
        }

        if (gobj is not GAplic)
        {
            _readers.Of(gobj).AddOwn(this, gobj);
        }

        for (var child = gobj.FirstChild; child is not null; child = child.NextSibling)
        {
            AddTree(child);
        }

        Add(2);
    }

    /// <summary>Adds the timers met so far, in the order in which they come due.</summary>
    /// <param name="untilLook">Time until the loop checks its timers. A check that fires no timer is a step, too.</param>
    public void AddTimers(TimeSpan? untilLook)
    {
        Add((ulong)untilLook.GetValueOrDefault(Timeout.InfiniteTimeSpan).Ticks);
        if (_timers.Count > 1)
        {
            _timers.Sort(static (one, other) => (one.Timer.Left, one.Timer.Turn).CompareTo((other.Timer.Left, other.Timer.Turn)));
        }

        foreach (var (timer, number) in _timers)
        {
            Add((ulong)timer.Left.GetValueOrDefault().Ticks);
            Add((ulong)number);
        }

        _timers.Clear();
    }

    /// <summary>Adds the index of an object among the objects met so far. The first time, the contents of the object follow.</summary>
    public void AddObject(object? value)
    {
        if (value is null)
        {
            Add(1);
            return;
        }

        var reader = _readers.Of(value);
        if (reader.HasIdentity)
        {
            var isNew = _seen.Add(value, out var number);
            Add((ulong)number);
            if (!isNew)
            {
                return;
            }
        }

        // A value without fields differs from others by its type alone.
        Add(reader.Number);
        reader.Add(this, value);
    }

    /// <summary>Adds a string. Null differs from every string.</summary>
    public void AddText(string? text) => Add(text is null ? 1 : (uint)text.GetHashCode(StringComparison.Ordinal));

    /// <summary>Adds a number of at most 32 bits.</summary>
    public void AddNumber(uint value) => Add(value);

    /// <summary>Adds the bits of a floating-point number.</summary>
    public void AddReal(double value) => Add(BitConverter.DoubleToUInt64Bits(value));

    /// <summary>Adds an event that waits in a mailbox.</summary>
    public override void See<TEvent>(object destination, GObj? source, ref TEvent e)
    {
        AddObject(destination);
        AddObject(source);
        if (isPlain)
        {
            AddObject(e);
        }
        else
        {
            Add(EventNumber<TEvent>.Value);
            Item<TEvent>.Add(this, ref e);
        }
    }

    /// <summary>Adds a callback that waits in a mailbox.</summary>
    public override void See(PostedCallback callback)
    {
        AddObject(callback.Callback);
        AddObject(callback.State);
    }

    /// <summary>Keeps an armed timer for <see cref="AddTimers"/>.</summary>
    public void Keep(LoopTimer timer)
    {
        _seen.Add(timer, out var number);
        _timers.Add((timer, number));
    }

    private static class EventNumber<TEvent>
    {
        public static readonly ulong Value = Reader.NextNumber();
    }
}
