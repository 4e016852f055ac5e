using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace FsmKit.TestShared;

/// <summary>Takes all descriptors that the process has left, and gives them back. The process's limit should be low.</summary>
internal sealed class DescriptorHog
{
    private const int TriesInARow = 1_000;
    private readonly List<SafeFileHandle> _taken = [];

    public void Take()
    {
        // A try that fails once may only have met a descriptor that the runtime has open for a moment.
        for (var failed = 0; failed < TriesInARow;)
        {
            var descriptor = Open("/dev/null", flags: 0);
            if (descriptor < 0)
            {
                failed++;
            }
            else
            {
                _taken.Add(new SafeFileHandle(descriptor, ownsHandle: true));
                failed = 0;
            }
        }
    }

    public void GiveBack()
    {
        _taken.ForEach(static handle => handle.Dispose());
        _taken.Clear();
    }

    [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int Open(string path, int flags);
}
