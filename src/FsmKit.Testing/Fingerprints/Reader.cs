namespace FsmKit.Testing.Fingerprints;

/// <summary>Adds the contents of objects of one type to a fingerprint.</summary>
internal abstract class Reader
{
    private static int _numbers;

    /// <summary>Number of the type, unique in this process.</summary>
    public ulong Number { get; } = NextNumber();

    /// <summary>Tells whether the identity of the object counts, which it does not for strings and boxed values.</summary>
    public virtual bool HasIdentity => true;

    public static ulong NextNumber() => (ulong)Interlocked.Increment(ref _numbers) << 8;

    /// <summary>Adds an object at the first meeting.</summary>
    public abstract void Add(Fingerprint to, object value);

    /// <summary>Adds the fields of a gobj, which the tree reaches.</summary>
    public virtual void AddOwn(Fingerprint to, GObj gobj) => throw new InvalidOperationException();
}
