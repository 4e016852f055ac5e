using System.Net.Sockets;

namespace FsmKit.Net.Tests;

/// <summary>An owner of a listener that accepts all there is and gives each connection a recorder.</summary>
internal sealed class ListenRecorder : IListenEvents
{
    public ListenLink Link { get; set; } = null!;

    public List<LinkRecorder> Accepted { get; } = [];

    public List<SocketError> Errors { get; } = [];

    public void OnAcceptable()
    {
        SocketError error;
        while (Link.Accept(out error) is { } link)
        {
            var recorder = new LinkRecorder { Link = link };
            link.Owner = recorder;
            Accepted.Add(recorder);
        }

        if (error != SocketError.WouldBlock)
        {
            Errors.Add(error);
        }
    }
}
