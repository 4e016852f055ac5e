using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>File of a bound Unix socket. While the file exists, another bind to the path fails.</summary>
internal static class UnixFile
{
    /// <summary>Returns the full path of the file; null for another family, and for an abstract name, which has no file.</summary>
    public static string? Of(EndPoint local) =>
        local is UnixDomainSocketEndPoint unix && unix.ToString() is [not '@', ..] path ? Path.GetFullPath(path) : null;

    /// <summary>Removes the file. Ignores a failure, and null.</summary>
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
            // The file stays, as after a crash; the next bind reports it.
        }
    }
}
