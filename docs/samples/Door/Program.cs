using DoorSample;
using FsmKit;

// Prints the table without running the machine.
Console.WriteLine(MachineDescription.Of<Door>().ToText());

// Runs the machine, and traces each event.
using var app = new GAplic("house", new GAplicOptions { Logger = new TextLogger(Console.Out), TraceMachine = MachineTraceLevel.Data });
var door = app.Create<Door>("front");
door.Subscribe((GObj publisher, in EvOpened e) => Console.WriteLine($"{publisher} was opened"));

door.Send(new EvLock(Key: 7));
door.Send(new EvOpen(Key: 1));
door.Send(new EvOpen(Key: 7));
door.Send(new EvClose());
