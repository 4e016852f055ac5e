using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Certificates whose files are replaced while connections live.</summary>
[InMemoryToo]
public class TlsReloadTests
{
    [Theory, EveryReactor]
    public void New_connections_get_the_new_certificate_and_old_ones_live_on(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var time = new ManualTime();
        var options = Options(rig, time);
        var (oldServer, oldClient) = rig.Connect(options);
        Replace(rig, "new.example.org");

        // The files are not looked at within a second.
        Assert.Equal(TlsRig.Host, NameSeenBy(rig, options));
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("new.example.org", NameSeenBy(rig, options));
        oldClient.Link.Send("still here"u8, out _);
        rig.Net.Until(() => oldServer.Received.Count == 10);
        Assert.Equal($"CN={TlsRig.Host}", TlsRig.Tls(oldClient).RemoteCertificate!.Subject);
    }

    [Theory, EveryReactor]
    public void Files_that_cannot_be_used_keep_the_old_certificate_and_are_told_once(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var time = new ManualTime();
        var options = Options(rig, time);
        var log = new LogLines();
        options.CheckServer(log);
        File.WriteAllText(rig.Certificate.CertFile!, "nonsense");

        for (var i = 0; i < 3; i++)
        {
            time.Advance(TimeSpan.FromSeconds(2));
            Assert.Equal(TlsRig.Host, NameSeenBy(rig, options));
        }

        Assert.Contains(rig.Certificate.CertFile!, Assert.Single(log.Lines), StringComparison.Ordinal);
        Assert.StartsWith("Error", log.Lines[0], StringComparison.Ordinal);

        Replace(rig, "new.example.org");
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("new.example.org", NameSeenBy(rig, options));
        Assert.Equal(2, log.Count);
    }

    [Theory, EveryReactor]
    public void Reload_looks_at_once_and_says_what_is_wrong(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var options = Options(rig, new ManualTime());
        Assert.Equal(TlsRig.Host, NameSeenBy(rig, options));
        File.WriteAllText(rig.Certificate.KeyFile!, "nonsense");

        var error = Assert.Throws<GObjException>(options.Reload);
        Assert.Contains(rig.Certificate.KeyFile!, error.Message, StringComparison.Ordinal);
        Assert.Equal(TlsRig.Host, NameSeenBy(rig, options));

        Replace(rig, "new.example.org");
        options.Reload();
        Assert.Equal("new.example.org", NameSeenBy(rig, options));
    }

    [Theory, EveryReactor]
    public void Files_behind_a_link_that_is_swapped_are_noticed(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var time = new ManualTime();
        var root = Path.GetDirectoryName(rig.Certificate.CertFile!)!;
        Publish("..first", rig.Certificate);
        Directory.CreateSymbolicLink(Path.Combine(root, "..data"), "..first");
        var log = new LogLines();
        var options = new TlsOptions { CertFile = Path.Combine(root, "tls.crt"), KeyFile = Path.Combine(root, "tls.key"), Time = time };
        File.CreateSymbolicLink(options.CertFile, "..data/tls.crt");
        File.CreateSymbolicLink(options.KeyFile, "..data/tls.key");
        options.CheckServer(log);
        Assert.Equal(TlsRig.Host, NameSeenBy(rig, options));

        // As Kubernetes does it: the new files in a new directory, and then one link to that.
        Publish("..second", rig.Pki.Issue("new.example.org"));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TlsRig.Host, NameSeenBy(rig, options));
        Swap("..second");
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("new.example.org", NameSeenBy(rig, options));
        Assert.StartsWith("Information", Assert.Single(log.Lines), StringComparison.Ordinal);

        void Publish(string name, TlsCertificate certificate)
        {
            Directory.CreateDirectory(Path.Combine(root, name));
            File.Copy(certificate.CertFile!, Path.Combine(root, name, "tls.crt"));
            File.Copy(certificate.KeyFile!, Path.Combine(root, name, "tls.key"));
        }

        void Swap(string name)
        {
            Directory.Delete(Path.Combine(root, "..data"));
            Directory.CreateSymbolicLink(Path.Combine(root, "..data"), name);
        }
    }

    private static TlsOptions Options(TlsRig rig, ManualTime time) =>
        new() { CertFile = rig.Certificate.CertFile, KeyFile = rig.Certificate.KeyFile, Time = time };

    private static void Replace(TlsRig rig, string host)
    {
        var fresh = rig.Pki.Issue(host);
        Copy(fresh.CertFile!, rig.Certificate.CertFile!);
        Copy(fresh.KeyFile!, rig.Certificate.KeyFile!);

        // A file of the same length, written within one tick of the file system's clock, would look the same.
        static void Copy(string from, string to)
        {
            var before = File.GetLastWriteTimeUtc(to);
            File.Copy(from, to, overwrite: true);
            File.SetLastWriteTimeUtc(to, before.AddSeconds(1));
        }
    }

    private static string NameSeenBy(TlsRig rig, TlsOptions options)
    {
        var (server, client) = rig.Connect(options, new TlsOptions { DangerousAcceptAnyCertificate = true });
        var subject = TlsRig.Tls(client).RemoteCertificate!.Subject;
        client.Link.Close();
        server.Link.Close();
        return subject["CN=".Length..];
    }
}
