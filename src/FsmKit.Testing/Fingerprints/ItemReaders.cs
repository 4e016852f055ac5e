using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FsmKit.Testing.Fingerprints;

/// <summary>Adds a value in place, without boxing.</summary>
internal delegate void AddItem<T>(Fingerprint to, ref T item);

/// <summary>Code that adds a value of a type.</summary>
internal static class Item<T>
{
    public static readonly AddItem<T> Add = typeof(T).IsValueType ? FieldCode.OfValue<T>() : static (to, ref item) => to.AddObject(item);

    /// <summary>Adds the items of a span.</summary>
    public static void AddAll(Fingerprint to, Span<T> items)
    {
        if (typeof(T) == typeof(byte))
        {
            AddBytes(to, MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(items)), items.Length));
            return;
        }

        foreach (ref var item in items)
        {
            Add(to, ref item);
        }

        to.Add(2);
    }

    private static void AddBytes(Fingerprint to, ReadOnlySpan<byte> bytes)
    {
        to.Add((ulong)bytes.Length);
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            to.Add(word);
        }

        foreach (var one in bytes[(words.Length * sizeof(ulong))..])
        {
            to.Add(one);
        }
    }
}

/// <summary>Adds a boxed value.</summary>
internal sealed class BoxReader<T> : Reader
    where T : struct
{
    public override bool HasIdentity => false;

    public override void Add(Fingerprint to, object value) => Item<T>.Add(to, ref Unsafe.Unbox<T>(value));
}

/// <summary>Adds the items of an array.</summary>
internal sealed class ArrayReader<T> : Reader
{
    // new Span<T>(array) would throw for an array of a derived type (array covariance).
    public override void Add(Fingerprint to, object value) =>
        Item<T>.AddAll(to, MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference((T[])value), ((T[])value).Length));
}

/// <summary>Adds the items of a list.</summary>
internal sealed class ListReader<T> : Reader
{
    public override void Add(Fingerprint to, object value) => Item<T>.AddAll(to, CollectionsMarshal.AsSpan((List<T>)value));
}

/// <summary>Adds the items of any other collection.</summary>
internal sealed class ItemsReader<T> : Reader
{
    public override void Add(Fingerprint to, object value)
    {
        foreach (var item in (IEnumerable<T>)value)
        {
            var copy = item;
            Item<T>.Add(to, ref copy);
        }

        to.Add(2);
    }
}
