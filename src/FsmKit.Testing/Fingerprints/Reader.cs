namespace FsmKit.Testing.Fingerprints;

/// <summary>Adds the contents of objects of one type to a fingerprint.</summary>
internal abstract class Reader
{
    private static int _numbers;

    /// <summary>Number of the type, unique in this process.</summary>
    public ulong Number { get; } = NextNumber();

    /// <summary>Whether the identity of the object counts. False for strings and boxed values.</summary>
    public virtual bool HasIdentity => true;

    public static ulong NextNumber() => (ulong)Interlocked.Increment(ref _numbers) << 8;

    /// <summary>Adds the contents of an object.</summary>
    public abstract void Add(Fingerprint to, object value);

    /// <summary>Adds the fields of a gobj. Called by the walk through the tree of gobjs.</summary>
    public virtual void AddOwn(Fingerprint to, GObj gobj) => throw new InvalidOperationException();
}
