namespace FsmKit.Testing.Restoring;

/// <summary>
/// Copies of the objects of a part of a world at one moment. Setting back writes into the same objects, so that all references to them stay
/// valid.
/// </summary>
internal sealed class Part
{
    private (object Value, object Copy, Action<object, object> SetBack)[] _objects = [];
    private int _count;

    private Part?[]? _next;

    /// <summary>Number of levels that have the part.</summary>
    public int Users { get; set; }

    /// <summary>Digest of a known part; see <see cref="KnownParts"/>. Null when the part is not known, so that its copies may be overwritten.</summary>
    public ulong? Digest { get; set; }

    /// <summary>Returns the known part after the step of a loop; null when that part is unknown.</summary>
    public Part? After(int loop) => _next?[loop];

    /// <summary>Notes the known part after the step of a loop.</summary>
    public void Leads(int loop, Part to, int loops) => (_next ??= new Part?[loops])[loop] = to;

    /// <summary>
    /// Copies the present contents of the objects. The copies of an earlier use are overwritten, so that nothing is allocated.
    /// </summary>
    public void Take(ReadOnlySpan<(object Value, Plan Plan)> kept)
    {
        if (_objects.Length < kept.Length)
        {
            Array.Resize(ref _objects, kept.Length);
        }

        for (var i = 0; i < kept.Length; i++)
        {
            var (value, plan) = kept[i];
            ref var one = ref _objects[i];
            if (ReferenceEquals(one.Value, value))
            {
                one.SetBack(one.Copy, value);
            }
            else
            {
                one = (value, plan.Copy!(value), plan.SetBack!);
            }
        }

        _count = kept.Length;
    }

    public void SetBack()
    {
        foreach (ref var one in _objects.AsSpan(0, _count))
        {
            one.SetBack(one.Value, one.Copy);
        }
    }
}
