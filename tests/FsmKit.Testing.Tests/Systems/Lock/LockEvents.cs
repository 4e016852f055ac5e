namespace FsmKit.Testing.Tests.Systems.Lock;

/// <summary>A writer wants the lock.</summary>
public readonly record struct EvAcquire(Writer Writer);

/// <summary>The writer has the lock, until the lease ends or the writer gives the lock back.</summary>
/// <param name="Token">Number of the grant: higher than that of the grant before.</param>
public readonly record struct EvGranted(int Token);

/// <summary>A writer gives the lock back.</summary>
public readonly record struct EvRelease(int Token);

/// <summary>A holder of the lock writes.</summary>
public readonly record struct EvStore(Writer Writer, int Token);

/// <summary>Whether the storage took the write.</summary>
public readonly record struct EvStored(bool IsTaken);
