using System.Collections;
using System.Runtime.CompilerServices;

namespace FsmKit.Testing.Fingerprints;

/// <summary>Adds nothing: the contents are added elsewhere, or have no effect on the future.</summary>
internal sealed class NothingReader : Reader
{
    public override void Add(Fingerprint to, object value)
    {
    }
}

/// <summary>Adds nothing when a field refers to a gobj. The walk through the tree adds its fields.</summary>
internal sealed class GObjReader(Action<Fingerprint, object> fields) : Reader
{
    public override void Add(Fingerprint to, object value)
    {
    }

    public override void AddOwn(Fingerprint to, GObj gobj) => fields(to, gobj);
}

/// <summary>Adds a string.</summary>
internal sealed class TextReader : Reader
{
    public override bool HasIdentity => false;

    public override void Add(Fingerprint to, object value) => to.AddText((string)value);
}

/// <summary>Adds a boxed number, or an enum.</summary>
internal sealed class NumberReader : Reader
{
    public override bool HasIdentity => false;

    public override void Add(Fingerprint to, object value)
    {
        switch (value is Enum ? Convert.ChangeType(value, Enum.GetUnderlyingType(value.GetType()), provider: null) : value)
        {
            case long number:
                to.Add((ulong)number);
                break;
            case ulong number:
                to.Add(number);
                break;
            case double number:
                to.AddReal(number);
                break;
            case float number:
                to.AddReal(number);
                break;
            case nint or nuint:
                break; // Addresses differ between equal states.
            case var small:
                to.AddNumber((uint)small.GetHashCode());
                break;
        }
    }
}

/// <summary>Adds a timer of a gobj.</summary>
internal sealed class TimerReader : Reader
{
    public override void Add(Fingerprint to, object value)
    {
        var timer = (LoopTimer)value;
        to.Add((ulong)timer.Number);
        to.AddObject(timer.Named);
        if (timer.IsArmed)
        {
            to.Keep(timer);
        }
    }
}

/// <summary>Adds a delegate: its methods and its targets.</summary>
internal sealed class DelegateReader : Reader
{
    public override void Add(Fingerprint to, object value)
    {
        var call = (Delegate)value;
        if (call.HasSingleTarget)
        {
            AddOne(to, call);
            return;
        }

        foreach (var one in call.GetInvocationList())
        {
            AddOne(to, one);
        }
    }

    private static void AddOne(Fingerprint to, Delegate call)
    {
        to.Add(((ulong)RuntimeHelpers.GetHashCode(call.Method.Module) << 32) ^ (uint)call.Method.MetadataToken);
        to.AddObject(call.Target);
    }
}

/// <summary>Adds the items of a collection as objects.</summary>
internal sealed class AnyItemsReader : Reader
{
    public override void Add(Fingerprint to, object value)
    {
        foreach (var item in (IEnumerable)value)
        {
            to.AddObject(item);
        }

        to.Add(2);
    }
}

/// <summary>Adds the fields of an object.</summary>
internal sealed class FieldsReader(Action<Fingerprint, object> fields, bool hasIdentity) : Reader
{
    public override bool HasIdentity => hasIdentity;

    public override void Add(Fingerprint to, object value) => fields(to, value);
}
