using FsmKit;
using FsmKit.SnapshotJournal;
using FsmKit.TestShared;

// Goes on with the events of a journal until it is killed, and says each number when its event is in the journal.
var path = args[0];
var time = new ManualTime();
using var app = new GAplic("app", new GAplicOptions { Time = time });
var (number, snapshot) = Journal.Last(path);
using var journal = Journal.Open(path);
var press = snapshot is null ? app.Create<Press>("press") : app.Restore<Press>(MachineSnapshot.FromJson(snapshot));
using var output = Console.OpenStandardOutput();
Say(number);
while (true)
{
    number++;
    Steps.Do(number, press, app, time);
    journal.Append(number, press.Snapshot().ToJson());
    Say(number);
}

void Say(int what) => output.Write(System.Text.Encoding.ASCII.GetBytes(what.ToString(System.Globalization.CultureInfo.InvariantCulture) + "\n"));
