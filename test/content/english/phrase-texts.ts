/** Commands as profiles hold them, in the manner of software, clinics, shops and services. */
export const COMMANDS: readonly string[] = `
Find the line in seconds
See a deploy go wrong
Know what a visit will cost
Be seen while it still matters
Get paid on time
Keep vaccinations in one place
Tell your story once
Ask your insurer before you come in
Bring a child in before or after school
Decide with the full cost in front of you
Count a shelf while you walk past it
Search every log in one place
Ship your first release today
Track every order from one screen
Build a store without code
Manage your team from anywhere
Start a free trial
Book an appointment
Schedule a call with an expert
Automate the work nobody likes
Create invoices in minutes
Send invoices that get paid
Save time on every report
Grow faster with less effort
Reduce churn before it happens
Learn from every mistake
Write better tests
Understand why users leave
Collect payments online
Connect with people near you
Convert more visitors into customers
Compare prices before you buy
Choose the size that fits
Wear it in any weather
Enjoy dinner without washing up
Eat well on busy days
Cook the meals your family loves
Plan your week in five minutes
Order a sample of any fabric
Return anything within a month
Design a room you want to live in
Share a board with the whole team
Make every meeting count
Take control of your data
Turn a spreadsheet into an app
Protect your accounts from fraud
Prevent outages before customers notice
Recover deleted files
Replace three tools with one
Remove the guesswork
Explain a chart to anybody
Discover what customers say
Join thousands of teams
Stay ahead of deadlines
Spend less on ads
Sell to anyone in the world
Monitor the health of your servers
Deploy with confidence
Fix bugs before release
Let customers help themselves
Give your team one source of truth
Set up the alerts in one click
Look up what a customer bought last spring
Sit with people you like
Warm up after a walk on the beach
Leave the house with a plan
Report whatever you find
Pick up your order on the way home
`
  .trim()
  .split('\n');

/** Commands that go without being recognized: their first word is a noun as well, and no determiner follows. */
export const MISSED_COMMANDS: readonly string[] = [
  'Talk to somebody who remembers your last visit',
  'Leave with the next date in hand',
  'Sleep through the night',
  'Set up alerts in one click',
];

/** Names, statements, questions and fragments that begin like a command. */
export const OTHERS: readonly string[] = `
Search results that matter
Read replicas
Live tail
Free shipping on every order
Check-ups for children
Order tracking in real time
Cloud storage that grows with you
Book club for busy people
Build times cut in half
Plan limits that make sense
Price alerts
Design systems for teams
Report templates
Test coverage at a glance
Track changes
Support from real people
Work life balance
Care plans made for families
Clean beauty
Clear prices
Open source at heart
Scale models of famous ships
Share prices
Show homes
Start times for every class
Store hours
Study groups near you
Sleep quality reports
Drive space for the family
Fit guides for every body
File sharing
Filter coffee
Handle bars
Help desk software
Host names
Cook books
Drop shipping for beginners
Change management
Block lists
Cover letters
Back pain goes away
Back office work takes weeks
Getting an appointment takes weeks
Nobody says what a visit will cost
Teams find the line in seconds
It finds the line in seconds
You can see a deploy go wrong
We keep room every day
Our doctors know the family
Find our files in one place
Tell us what you need
Let me show you
Does it scale?
Save time. Save money.
Save time!
See more: everything in one place
Faster builds
Seeing is believing
Built for teams
Made in Portugal
Trusted by thousands
The best way to ship
A way to find files
Less waiting, more doing
Find
Buy Nothing
MAKE it yours
Make Magazine
Leave management for small teams
Sign up forms that convert
Select wines from Portugal
Resume templates
Produce boxes from the valley
Transform plugins for builds
Get Things Done
See Tickets
Get it,
`
  .trim()
  .split('\n');
