namespace FsmKit.Hosting;

/// <summary>A gobj directly below the loop.</summary>
/// <param name="GObj">The gobj.</param>
/// <param name="Drains">Its ways to finish, in order; empty when it needs none.</param>
internal sealed record RootGObj(GObj GObj, IReadOnlyList<Func<CancellationToken, Task>> Drains);
