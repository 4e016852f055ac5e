namespace FsmKit.Testing.Restoring;

/// <summary>Copies of the objects of a part of a world at a moment. Setting back writes into the same objects, so that all references to them hold.</summary>
internal sealed class Part
{
    private (object Value, object Copy, Action<object, object> SetBack)[] _objects = [];
    private int _count;

    /// <summary>Number of levels that have the part.</summary>
    public int Users { get; set; }

    /// <summary>Copies the objects as they are now. The copy of an earlier use is overwritten, so that nothing is allocated.</summary>
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
