namespace FsmKit.Testing.Restoring;

/// <summary>Code that visits, copies and sets back objects of one type.</summary>
internal sealed class Plan(PlanKind kind)
{
    public PlanKind Kind => kind;

    /// <summary>Adds the references of an object to a scan. Null when none leads to an object that can change.</summary>
    public Action<Scan, object>? Visit { get; init; }

    /// <summary>Copies the fields of an object, or the items of an array.</summary>
    public Func<object, object>? Copy { get; init; }

    /// <summary>Writes the fields of the second object into the first one.</summary>
    public Action<object, object>? SetBack { get; init; }

    /// <summary>Compares the fields of two objects, references by identity.</summary>
    public Func<object, object, bool>? IsSame { get; init; }

    /// <summary>Reason why objects of the type cannot be set back; null when they can.</summary>
    public string? Why { get; init; }
}
