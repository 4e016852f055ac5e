namespace FsmKit.Testing.Tests.Systems.WriteBehind;

/// <summary>The author writes a value.</summary>
public readonly record struct EvWrite(Author Author, int Value);

/// <summary>The cache has taken the write; the store gets the value later.</summary>
public readonly record struct EvWritten;

/// <summary>A reader asks for the value.</summary>
public readonly record struct EvRead(Reader Reader);

/// <summary>The value.</summary>
public readonly record struct EvValue(int Value);

/// <summary>Memory is short: the cache may let the value go.</summary>
public readonly record struct EvEvict;

/// <summary>The value is due to be written to the store.</summary>
public readonly record struct EvFlush;

/// <summary>The cache writes the value to the store.</summary>
public readonly record struct EvSave(CacheLine Line, int Value);

/// <summary>The store has the value.</summary>
public readonly record struct EvSaved;

/// <summary>The cache asks the store for the value.</summary>
public readonly record struct EvLoad(CacheLine Line);

/// <summary>The value that the store has.</summary>
public readonly record struct EvLoaded(int Value);

/// <summary>Memory may become short again.</summary>
public readonly record struct EvPress;
