using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>The file that binding a Unix socket leaves behind, and that the next bind would trip over.</summary>
internal static class UnixFile
{
    /// <summary>The path of the file, or null: another family, or an abstract name, which needs none.</summary>
    public static string? Of(EndPoint local) =>
        local is UnixDomainSocketEndPoint unix && unix.ToString() is [not '@', ..] path ? Path.GetFullPath(path) : null;

    /// <summary>Removes it, if that still can be done.</summary>
    public static void Remove(string? path)
    {
        if (path is null)
        {
            return;
        }

        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It stays, as it would after a crash; whoever binds next hears of it.
        }
    }
}
