using Microsoft.Win32.SafeHandles;

namespace FsmKit.ColdServer;

/// <summary>While it lasts, the process has no descriptor left. Its limit should be low.</summary>
internal sealed class Drought
{
    private readonly List<SafeFileHandle> _hog = [];

    public void Begin()
    {
        try
        {
            while (true)
            {
                _hog.Add(File.OpenHandle("/dev/null"));
            }
        }
        catch (IOException)
        {
            // There is none left.
        }
    }

    public void End()
    {
        _hog.ForEach(static handle => handle.Dispose());
        _hog.Clear();
    }
}
