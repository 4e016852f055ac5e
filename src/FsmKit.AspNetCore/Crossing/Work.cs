namespace FsmKit.AspNetCore;

/// <summary>A call that crosses between a loop and the thread pool.</summary>
/// <param name="Action">A static delegate, so that nothing is allocated.</param>
/// <param name="State">Its argument.</param>
internal readonly record struct Work(Action<object?> Action, object? State)
{
    public void Run() => Action(State);
}
