using System.Diagnostics;

namespace FsmKit.Http;

/// <summary>Makes an activity the current one of the thread until it is disposed, and then restores the previous one.</summary>
internal readonly ref struct ActivityScope : IDisposable
{
    private readonly Activity? _before;
    private readonly bool _isEntered;

    public ActivityScope(Activity? activity)
    {
        if (activity is not null)
        {
            _before = Activity.Current;
            _isEntered = true;
            Activity.Current = activity;
        }
    }

    public void Dispose()
    {
        if (_isEntered)
        {
            Activity.Current = _before;
        }
    }
}
