namespace FsmKit.Testing.Worlds;

/// <summary>Conditions that are missing in a schedule that does not end. Each is removed when it holds once.</summary>
internal sealed class FairEnd(IEnumerable<GAplic> loops, IEnumerable<(string Name, Func<bool> Holds)> eventually)
{
    private readonly List<GObj> _hot = [.. loops.Where(static loop => !loop.IsDestroyed).SelectMany(static loop => HotStates.In(loop))];
    private readonly List<(string Name, Func<bool> Holds)> _eventually = [.. eventually];

    /// <summary>The missing conditions in words.</summary>
    public string Missing => string.Join(" and ", _eventually.Select(static one => $"it has not come that {one.Name}").Concat(_hot.Select(static gobj => $"{gobj} did not leave the hot state {gobj.StateName}")));

    /// <summary>Removes the conditions that hold now. True when none is left.</summary>
    public bool IsOver()
    {
        _hot.RemoveAll(static gobj => gobj.IsDestroyed || !HotStates.IsHot(gobj));
        _eventually.RemoveAll(static one => one.Holds());
        return _hot.Count + _eventually.Count == 0;
    }
}
