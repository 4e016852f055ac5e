namespace FsmKit.Tests;

/// <content>The reactor.</content>
public sealed partial class StallTests
{
    /// <summary>A reactor that has something to do while it waits.</summary>
    private sealed class Looking : IReactor
    {
        public Action? OnWait { get; set; }

        public Action<object?, Exception>? Fault { get; set; }

        public void Wait(int milliseconds)
        {
            try
            {
                OnWait?.Invoke();
            }
            catch (NotSupportedException x)
            {
                Fault!(this, x);
            }
        }

        public void Wake()
        {
        }

        public void Dispose()
        {
        }
    }
}
